use super::*;

fn decide(cells: &[&str], hint: bool) -> Guess {
    let mut tally = Tally::default();
    cells.iter().for_each(|c| tally.add(c.as_bytes(), 1));
    tally.decide(hint)
}

#[track_caller]
fn check(cells: &[&str], expected: ColumnType) {
    assert_eq!(decide(cells, false).column_type, expected, "{cells:?}");
}

#[test]
fn types_by_their_cells() {
    check(&["1", "2", "", "NA"], ColumnType::Integer);
    check(&["1", "2.5", "-"], ColumnType::Decimal);
    check(&["1,234", "５６"], ColumnType::Integer);
    check(&["001", "2"], ColumnType::Text);
    check(&["Yes", "No", ""], ColumnType::Boolean);
    check(&["Yes", "No", "No internet service"], ColumnType::Text);
    check(&["あり", "なし"], ColumnType::Boolean);
    check(&["なし", "3"], ColumnType::Integer);
    check(&["0", "1"], ColumnType::Integer);
    check(&["2015-05-01", "2015/6/1", "令和6年5月1日"], ColumnType::Date);
    check(&["20150501", "20150601"], ColumnType::Integer);
    check(&["", ""], ColumnType::Text);
    check(&["-", "NA"], ColumnType::Text);
    check(&["M", "F"], ColumnType::Text);
    check(&["12345678901234567890"], ColumnType::Text);
    check(&["1", "2", "x"], ColumnType::Text);
    assert_eq!(decide(&["20150501", "20150601"], true).column_type, ColumnType::Date);
}

#[test]
fn the_column_tells_the_order_of_its_dates() {
    let guess = decide(&["1/2/2015", "31/1/2015"], false);
    assert_eq!((guess.date_order, guess.ambiguous), (DateOrder::DayFirst, false));
    let guess = decide(&["1/2/2015", "1/31/2015"], false);
    assert_eq!((guess.date_order, guess.ambiguous), (DateOrder::MonthFirst, false));
    let guess = decide(&["1/2/2015", "3/4/2015"], false);
    assert_eq!((guess.date_order, guess.ambiguous), (DateOrder::MonthFirst, true));
}

#[test]
fn the_column_tells_its_decimal_mark() {
    let decide = |cells: &[&str]| {
        let mut tally = Tally::of(Delimiter::Semicolon);
        cells.iter().for_each(|c| tally.add(c.as_bytes(), 1));
        let guess = tally.decide(false);
        (guess.column_type, guess.decimal, guess.ambiguous_mark)
    };
    let (point, comma) = (DecimalMark::Point, DecimalMark::Comma);
    assert_eq!(decide(&["1.234,56", "7"]), (ColumnType::Decimal, comma, false));
    assert_eq!(decide(&["0,123", "0,5"]), (ColumnType::Decimal, comma, false));
    assert_eq!(decide(&["1.234.567", "1.234"]), (ColumnType::Integer, comma, false));
    assert_eq!(decide(&["1,234", "0.5"]), (ColumnType::Decimal, point, false));
    assert_eq!(decide(&["1,234", "17"]), (ColumnType::Integer, point, true));
    assert_eq!(decide(&["1.234", "17"]), (ColumnType::Decimal, point, true));
    assert_eq!(decide(&["17", "18"]), (ColumnType::Integer, point, false));
    assert_eq!(decide(&["007", "0,5"]).0, ColumnType::Text);
}

#[test]
fn a_few_misfits_do_not_change_the_type() {
    let mut cells = vec!["5"; 97];
    cells.extend(["x"; 3]);
    check(&cells, ColumnType::Integer);
    cells.push("x");
    check(&cells, ColumnType::Text);
}
