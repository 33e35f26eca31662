//! Made-up companies. Every account has another name: its number, scrambled, is read as digits, one
//! per list of parts.

use crate::Language;

/// A prime that [`ALL`] is no multiple of: numbers times this, within `ALL`, are scrambled and all
/// different.
const STRIDE: u64 = 1_000_003;
/// So many names can be put together.
const ALL: u64 = 48 * 48 * 40 * 4;

/// What becomes of a number: an index into each list of parts, and how often all were used before.
struct Parts {
    first: usize,
    second: usize,
    trade: usize,
    form: usize,
    round: u64,
}

fn parts(number: u32) -> Parts {
    let number = u64::from(number);
    let mut rest = number % ALL * STRIDE % ALL;
    let mut digit = |base: u64| {
        let digit = rest % base;
        rest /= base;
        digit as usize
    };
    let (first, second, trade, form) = (digit(48), digit(48), digit(40), digit(4));
    Parts { first, second, trade, form, round: number / ALL }
}

/// The index of the industry that goes with the name.
pub(crate) fn industry(number: u32) -> u8 {
    (parts(number).trade / 4) as u8
}

/// Appends the name of the account of that number (from 1) to `name`.
pub(crate) fn company(number: u32, language: Language, name: &mut String) {
    let Parts { first, second, trade, form, round } = parts(number);
    match language {
        Language::English => {
            let words = [EN_FIRST[first], EN_SECOND[second], " ", EN_TRADE[trade], " "];
            name.extend(words.into_iter().chain([EN_FORM[form]]));
        }
        Language::Japanese => {
            let words = [JA_FIRST[first], JA_SECOND[second], JA_TRADE[trade]];
            match JA_FORM[form] {
                (form, true) => name.extend([form].into_iter().chain(words)),
                (form, false) => name.extend(words.into_iter().chain([form])),
            }
        }
    }
    if round > 0 {
        // Only past some 300,000 accounts.
        name.push(' ');
        name.push_str(&(round + 1).to_string());
    }
}

const EN_FIRST: [&str; 48] = [
    "Amber", "Aspen", "Birch", "Blue", "Bright", "Brook", "Cedar", "Clear", "Cloud", "Copper",
    "Coral", "Crest", "Dawn", "Deep", "Elder", "Ember", "Fair", "Fern", "Field", "Flint", "Frost",
    "Glen", "Gold", "Green", "Grey", "Harbor", "Hazel", "Iron", "Juniper", "Lake", "Lark", "Lumen",
    "Maple", "Meadow", "Mill", "Moss", "North", "Oak", "Opal", "Pine", "Quill", "Raven", "River",
    "Silver", "Stone", "Summer", "Thistle", "Winter",
];
const EN_SECOND: [&str; 48] = [
    "bank", "bay", "beam", "bell", "berg", "bridge", "brook", "cliff", "cove", "crest", "dale",
    "fall", "field", "ford", "forge", "fort", "gate", "glade", "grove", "hall", "haven", "hill",
    "hollow", "house", "keep", "land", "lane", "leaf", "light", "line", "mark", "mere", "mont",
    "peak", "point", "port", "reach", "ridge", "shore", "spring", "stead", "stone", "stream",
    "vale", "view", "ward", "water", "wood",
];
/// Four per industry, in the order of the industries.
const EN_TRADE: [&str; 40] = [
    "Components",
    "Machinery",
    "Ceramics",
    "Electronics",
    "Apparel",
    "Furniture",
    "Markets",
    "Interiors",
    "Analytics",
    "Software",
    "Data",
    "Media",
    "Finance",
    "Insurance",
    "Advisory",
    "Capital",
    "Estates",
    "Properties",
    "Homes",
    "Realty",
    "Care",
    "Clinics",
    "Pharma",
    "Health",
    "Learning",
    "Academy",
    "Schools",
    "Tutors",
    "Logistics",
    "Freight",
    "Supply",
    "Shipping",
    "Foods",
    "Beverages",
    "Bakery",
    "Kitchens",
    "Builders",
    "Engineering",
    "Construction",
    "Roofing",
];
const EN_FORM: [&str; 4] = ["Inc.", "LLC", "Ltd.", "Co."];

const JA_FIRST: [&str; 48] = [
    "青空",
    "朝霧",
    "天の川",
    "あけぼの",
    "泉川",
    "彩雲",
    "うぐいす",
    "海風",
    "大樹",
    "風見",
    "かすみ",
    "樹海",
    "金木犀",
    "くすのき",
    "暁月",
    "こはる",
    "木漏れ日",
    "早苗",
    "さざなみ",
    "しらかば",
    "白波",
    "瑞雲",
    "すみれ",
    "清流",
    "せせらぎ",
    "空色",
    "たんぽぽ",
    "千草",
    "月影",
    "つばめ",
    "椿坂",
    "常磐木",
    "なのはな",
    "虹橋",
    "野分",
    "花霞",
    "はるかぜ",
    "日だまり",
    "ひまわり",
    "藤波",
    "星影",
    "ほたる",
    "真砂",
    "水鏡",
    "みずほの",
    "山吹",
    "夕凪",
    "若草",
];
const JA_SECOND: [&str; 48] = [
    "アーク",
    "アクア",
    "アドバンス",
    "アルファ",
    "イノベート",
    "ウイング",
    "ウェーブ",
    "エース",
    "エコー",
    "エッジ",
    "オーシャン",
    "オリーブ",
    "ガーデン",
    "クエスト",
    "クラフト",
    "クリエイト",
    "クロス",
    "コア",
    "コネクト",
    "コンパス",
    "サポート",
    "シード",
    "シグナル",
    "スクエア",
    "スター",
    "ステップ",
    "ソリューション",
    "タワー",
    "テクノ",
    "デザイン",
    "トラスト",
    "ネクスト",
    "ネット",
    "パートナー",
    "ハーバー",
    "ビジョン",
    "フィールド",
    "フォレスト",
    "プラス",
    "ブリッジ",
    "フロンティア",
    "ベース",
    "ホーム",
    "マイルド",
    "ライフ",
    "ライン",
    "リンク",
    "ワークス",
];
/// Four per industry, in the order of the industries.
const JA_TRADE: [&str; 40] = [
    "製作所",
    "工業",
    "電機",
    "精密",
    "商店",
    "家具",
    "百貨店",
    "書店",
    "システムズ",
    "ソフト",
    "情報サービス",
    "データ",
    "信用",
    "保険",
    "ファイナンス",
    "リース",
    "不動産",
    "地所",
    "住宅",
    "住販",
    "薬品",
    "福祉サービス",
    "医療器",
    "ケア",
    "学院",
    "教育",
    "予備校",
    "教材",
    "物流",
    "運輸",
    "倉庫",
    "通運",
    "フーズ",
    "食品",
    "製菓",
    "珈琲",
    "建設",
    "工務店",
    "設備",
    "土木",
];
/// Whether it goes in front.
const JA_FORM: [(&str, bool); 4] =
    [("株式会社", true), ("株式会社", false), ("合同会社", true), ("有限会社", true)];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_account_has_another_name() {
        for language in [Language::English, Language::Japanese] {
            let mut seen = BTreeSet::new();
            for number in 1..=400_000 {
                let mut name = String::new();
                company(number, language, &mut name);
                assert!(seen.insert(name), "{number}");
            }
        }
    }

    #[test]
    fn what_they_look_like() {
        let name = |number, language| {
            let mut name = String::new();
            company(number, language, &mut name);
            name
        };
        let (en, ja) = (Language::English, Language::Japanese);
        assert_eq!(
            (1..4).map(|n| name(n, en)).collect::<Vec<_>>(),
            ["Flintbay Bakery Ltd.", "Opalbeam Logistics LLC", "Copperberg Pharma Inc."]
        );
        assert_eq!(
            (1..4).map(|n| name(n, ja)).collect::<Vec<_>>(),
            [
                "合同会社しらかばアクア製菓",
                "ひまわりアドバンス物流株式会社",
                "株式会社風見イノベート医療器"
            ]
        );
    }
}
