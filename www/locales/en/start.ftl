start-line = Drop your usage files and see which customers need you.
start-sample = Try the sample
