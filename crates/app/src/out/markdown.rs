//! Tables of Markdown.

/// The head of a table and the line under it.
pub fn table_head(first: &str, others: &[String]) -> String {
    format!("{}|{}\n", table_row(first, others), " --- |".repeat(others.len() + 1))
}

/// A row with its line feed: what would end a cell is written so that it does not.
pub fn table_row(first: &str, others: &[String]) -> String {
    let cell = |text: &str| text.replace('|', "\\|").replace('\n', " ");
    let others: String = others.iter().map(|c| format!(" {} |", cell(c))).collect();
    format!("| {} |{others}\n", cell(first))
}
