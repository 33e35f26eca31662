//! The colours of levels, held to what `tokens.css` says of them.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../../www/styles/tokens.css");
/// How an eye sees linear RGB: as it is, and with protanopia, deuteranopia, tritanopia (Machado,
/// Oliveira, Fernandes 2009, severity 1).
const EYES: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
];

type Rgb = [f64; 3];

/// The colours of a theme by name, linear.
fn colours(theme: &str) -> BTreeMap<String, Rgb> {
    let start = TOKENS.find(theme).unwrap();
    let block = &TOKENS[start..start + TOKENS[start..].find('}').unwrap()];
    let mut found = BTreeMap::new();
    for declaration in block.split(';') {
        let Some((name, value)) = declaration.rsplit_once(": #") else { continue };
        let Some(name) = name.rsplit("--").next() else { continue };
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(value.get(at..at + 2)?, 16).ok()?) / 255.0;
            Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
        };
        if let (Some(r), Some(g), Some(b)) = (channel(0), channel(2), channel(4)) {
            found.insert(name.to_owned(), [r, g, b]);
        }
    }
    found
}

fn times(matrix: &[[f64; 3]; 3], v: Rgb) -> Rgb {
    [0, 1, 2].map(|row| (0..3).map(|i| matrix[row][i] * v[i]).sum::<f64>())
}

/// Contrast as WCAG 2.2 defines it.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let luminance = |c: Rgb| 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] + 0.05;
    let (a, b) = (luminance(a), luminance(b));
    a.max(b) / a.min(b)
}

/// OKLab (Ottosson 2020).
fn oklab(c: Rgb) -> Rgb {
    let to_lms = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    let to_lab = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    times(&to_lab, times(&to_lms, c).map(|v| v.max(0.0).cbrt()))
}

fn distance(a: Rgb, b: Rgb, eye: &[[f64; 3]; 3]) -> f64 {
    let see = |c: Rgb| oklab(times(eye, c).map(|v| v.clamp(0.0, 1.0)));
    let (a, b) = (see(a), see(b));
    (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn every_eye_keeps_the_levels_apart_from_each_other_and_from_the_ground() {
    for theme in [":root {", ":root[data-theme=\"dark\"] {"] {
        let colours = colours(theme);
        let mut marks: Vec<String> = (0..7).map(|n| format!("step-{n}")).collect();
        for name in &marks {
            for ground in ["surface", "ground"] {
                let contrast = contrast(colours[name], colours[ground]);
                assert!(contrast >= 3.0, "{theme} {name} on {ground}: {contrast:.2}");
            }
        }
        marks.push("level-none".to_owned());
        for (i, a) in marks.iter().enumerate() {
            for b in &marks[i + 1..] {
                for eye in &EYES {
                    let apart = distance(colours[a], colours[b], eye);
                    assert!(apart >= 0.09, "{theme} {a} and {b}: {apart:.3}");
                }
            }
        }
    }
}

#[test]
fn every_number_of_levels_takes_different_steps() {
    let step = |block: &str, level: usize| {
        let from = block.split(&format!("--level-{level}: var(--step-")).nth(1)?;
        from.chars().next()?.to_digit(10)
    };
    let base = TOKENS.split('}').next().unwrap();
    for levels in 2..=7 {
        let rule = TOKENS.split(&format!("[data-levels=\"{levels}\"]")).nth(1).unwrap_or("");
        let rule = rule.split('}').next().unwrap_or("");
        let steps: Vec<u32> = (0..levels)
            .map(|level| step(rule, level).or_else(|| step(base, level)).unwrap())
            .collect();
        assert!(steps.windows(2).all(|w| w[0] < w[1]), "{levels}: {steps:?}");
        assert_eq!((steps[0], steps[levels - 1]), (0, 6), "{levels} levels take the ends");
    }
}
