//! Nothing is mystery: a figure tells how it came about, by keyboard alone.

use tests::{Browser, Keys, Result, run};

#[tokio::test]
async fn a_figure_is_explained_and_the_focus_comes_back() -> Result {
    run("figures", async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.screen("#/score").await?;
        let figures = [
            ("[data-testid=score-auc] .explained", "DeLong"),
            ("[data-testid=score-scored] .explained", "Minimum coverage"),
            (".outcome-table .explained", "Wilson"),
            (".levers-table .explained", "Movers differ by"),
            ("[data-testid=score-movement] [data-kind=up] .explained", "Lv1 → Lv2"),
        ];
        for (figure, words) in figures {
            explains(page, figure, words).await?;
        }
        Ok(())
    })
    .await
}

/// The figure opens its explanation by Enter, which holds these words and is accessible, and closes by
/// Escape.
async fn explains(page: &Browser, figure: &str, words: &str) -> Result {
    let button = page.wait_for(figure).await?;
    button.send_keys(Keys::Enter + "").await?;
    let why = page.wait_for(".explanation:popover-open").await?;
    let told = why.text().await?;
    assert!(told.contains(words), "{figure}: {told}");
    let found = page.axe().await?;
    assert!(found.is_empty(), "{figure}: {found:?}");
    button.send_keys(Keys::Escape + "").await?;
    page.wait("the explanation to close", async || {
        let is_back = "return !document.querySelector('.explanation:popover-open') \
                       && document.activeElement.matches('.explained')";
        Ok((page.script(is_back).await?.as_bool() == Some(true)).then_some(()))
    })
    .await
}
