//! The picture of the start screen: rows of a file find their place as accounts in levels. A drawing,
//! not a chart: its accounts are made up, screen readers skip it, and it stands still for those who
//! want no motion.

use crate::hooks::use_memo;
use crate::markup::html;
use crate::text::use_text;
use std::fmt::Write;
use yew::prelude::*;

/// Columns of dots along the score.
const COLUMNS: usize = 24;
/// The first column of each level.
const LEVEL_STARTS: [usize; 4] = [0, 6, 12, 18];
/// How many accounts stand in each column.
const HEIGHTS: [usize; COLUMNS] =
    [1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 11, 12, 13, 13, 12, 11, 9, 7, 5, 3, 2];
/// Between two dots, in units of the picture.
const PITCH: f64 = 20.0;
/// Left edge of the first column.
const LEFT: f64 = 40.0;
/// The line that the accounts stand on.
const FLOOR: f64 = 430.0;
/// Rows of the file at the top left, so many to a line.
const FILE_COLUMNS: usize = 24;

/// One account: where it stands, where its row was, its level.
struct Dot {
    x: f64,
    y: f64,
    from_x: f64,
    from_y: f64,
    level: usize,
    wait_ms: usize,
}

fn dots() -> Vec<Dot> {
    let total: usize = HEIGHTS.iter().sum();
    let mut dots = Vec::with_capacity(total);
    for (column, &height) in HEIGHTS.iter().enumerate() {
        let level = LEVEL_STARTS.iter().rposition(|&start| column >= start).unwrap_or(0);
        for row in 0..height {
            // A row of the file for each dot, in an order without a pattern: 67 has no factor in
            // common with the number of dots.
            let place = dots.len() * 67 % total;
            dots.push(Dot {
                x: LEFT + column as f64 * PITCH,
                y: FLOOR - 14.0 - row as f64 * PITCH,
                from_x: LEFT + (place % FILE_COLUMNS) as f64 * PITCH,
                from_y: 44.0 + (place / FILE_COLUMNS) as f64 * PITCH,
                level,
                wait_ms: 300 + place * 9 + row * 30,
            });
        }
    }
    dots
}

/// The picture.
#[component]
pub(super) fn Picture() -> Html {
    let text = use_text();
    let dots = use_memo((), |()| dots());
    let file: String = dots.iter().fold(String::new(), |mut d, dot| {
        // A small square where each row was. Writing to a string cannot fail.
        let _ = write!(d, "M{:.0} {:.0}h8v8h-8z", dot.from_x - 4.0, dot.from_y - 4.0);
        d
    });
    html! {
        <figure class="start-picture" aria-hidden="true">
            <svg viewBox="28 32 486 452" focusable="false">
                <path class="picture-file" d={file} />
                <g class="picture-bands">
                    for (level, start) in LEVEL_STARTS.iter().enumerate() {
                        <g key={level} data-level={level.to_string()}>
                            <rect x={(LEFT - 9.0 + *start as f64 * PITCH).to_string()} y={FLOOR.to_string()} width="116" height="5" rx="2.5" />
                            <text x={(LEFT - 9.0 + *start as f64 * PITCH).to_string()} y={(FLOOR + 27.0).to_string()}>
                                { format!("Lv{}", level + 1) }
                            </text>
                            <text class="picture-quiet" x={(LEFT - 9.0 + *start as f64 * PITCH).to_string()} y={(FLOOR + 46.0).to_string()}>
                                { text.t(["picture-level-1", "picture-level-2", "picture-level-3", "picture-level-4"][level]) }
                            </text>
                        </g>
                    }
                </g>
                <g class="picture-dots">
                    for (i, dot) in dots.iter().enumerate() {
                        <circle
                            key={i} data-level={dot.level.to_string()} r="6.5"
                            cx={dot.x.to_string()} cy={dot.y.to_string()} style={motion(dot)}
                        />
                    }
                </g>
            </svg>
        </figure>
    }
}

/// Where the dot comes from, relative to where it stands, and when it sets out.
fn motion(dot: &Dot) -> String {
    let mut style = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        style,
        "--dx:{:.0}px;--dy:{:.0}px;--wait:{}ms",
        dot.from_x - dot.x,
        dot.from_y - dot.y,
        dot.wait_ms
    );
    style
}
