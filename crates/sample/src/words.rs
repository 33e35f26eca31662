//! The words of the sample, in both languages. Lists of one thing are equally long.

use crate::Language;

/// Names of categories.
pub(crate) struct Words {
    pub(crate) plans: [&'static str; 3],
    pub(crate) industries: [&'static str; 10],
    pub(crate) sizes: [&'static str; 3],
    pub(crate) regions: [&'static str; 6],
    pub(crate) owners: [&'static str; 12],
    /// Renewed, churned.
    pub(crate) decisions: [&'static str; 2],
}

impl Language {
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::Japanese => &JAPANESE,
        }
    }
}

const ENGLISH: Words = Words {
    plans: ["Starter", "Standard", "Enterprise"],
    industries: [
        "Manufacturing",
        "Retail",
        "IT services",
        "Finance",
        "Real estate",
        "Healthcare",
        "Education",
        "Logistics",
        "Food service",
        "Construction",
    ],
    sizes: ["Small", "Medium", "Large"],
    regions: ["Northeast", "Southeast", "Midwest", "Southwest", "Northwest", "Pacific"],
    owners: [
        "Amelia Hart",
        "Ben Okafor",
        "Carla Ruiz",
        "Daniel Weiss",
        "Erin Walsh",
        "Farid Haddad",
        "Grace Lim",
        "Hugo Martin",
        "Ines Costa",
        "Jonas Berg",
        "Kavya Rao",
        "Liam Novak",
    ],
    decisions: ["Renewed", "Churned"],
};

const JAPANESE: Words = Words {
    plans: ["スターター", "スタンダード", "エンタープライズ"],
    industries: [
        "製造",
        "小売",
        "ITサービス",
        "金融",
        "不動産",
        "医療・福祉",
        "教育",
        "物流",
        "飲食",
        "建設",
    ],
    sizes: ["小規模", "中規模", "大規模"],
    regions: ["北海道・東北", "関東", "中部", "近畿", "中国・四国", "九州・沖縄"],
    owners: [
        "佐藤 美咲",
        "鈴木 大輔",
        "高橋 結衣",
        "田中 翔太",
        "伊藤 彩香",
        "渡辺 健一",
        "山本 真由美",
        "中村 拓也",
        "小林 千尋",
        "加藤 亮",
        "吉田 奈々",
        "山田 直樹",
    ],
    decisions: ["継続", "解約"],
};
