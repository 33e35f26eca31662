start-line = 利用データを置くだけで、いま向き合うべき顧客がわかります。
start-sample = サンプルで試す
