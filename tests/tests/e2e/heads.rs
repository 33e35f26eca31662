//! Stages and lanes of a journey taken elsewhere by their heads: by drag, and by keys.

use serde_json::{Value, json};
use tests::{Browser, Keys, Options, Result, run_with};
use thirtyfour::By;

/// What heads of a kind say, in order.
async fn names(page: &Browser, heads: &str) -> Result<Value> {
    page.settle().await?;
    page.script(&format!(
        "return [...document.querySelectorAll('{heads} .journey-name')].map(h => h.textContent)"
    ))
    .await
}

/// Drags the head at a place over the one at another, to its far end; looks that a mark shows where it would stand.
async fn drag(page: &Browser, heads: &str, from: usize, over: usize) -> Result {
    let all = page.driver.find_all(By::Css(heads)).await?;
    all[from].scroll_into_view().await?;
    let (a, b) = (all[from].rect().await?, all[over].rect().await?);
    let at = |x: f64, y: f64| (x as i64, y as i64);
    let (begin, middle) = (at(a.x + 6.0, a.y + 6.0), at(a.x + 16.0, a.y + 16.0));
    let end = at(b.x + b.width - 8.0, b.y + b.height - 4.0);
    let drag = page.driver.action_chain().move_to(begin.0, begin.1).click_and_hold();
    let drag = drag.move_to(middle.0, middle.1).move_to(end.0, end.1);
    drag.perform().await?;
    page.wait_for(".journey-grid [data-drop]").await?;
    page.driver.action_chain().release().perform().await?;
    page.wait_gone(".journey-grid [data-drop]").await
}

#[tokio::test]
async fn stages_and_lanes_go_elsewhere() -> Result {
    run_with("journey-heads", Options { size: (1280, 1000), ..Options::default() }, async |page| {
        page.open("#/journey").await?;
        page.wait_for("[data-testid=journey-growth]:enabled").await?.click().await?;
        page.wait_for("[data-testid=journey]").await?;
        let stages = "[data-testid=journey-stage]";
        let before = names(page, stages).await?;
        assert_eq!(before, json!(["Pre-sales", "Onboarding", "Adoption", "Growth"]));
        drag(page, stages, 0, 2).await?;
        assert_eq!(
            names(page, stages).await?,
            json!(["Onboarding", "Adoption", "Pre-sales", "Growth"])
        );
        // One step of undo, and the drag did not press the head.
        let looked = "return document.querySelectorAll('.journey-name[aria-pressed=true]').length";
        assert_eq!(page.script(looked).await?, json!(0));
        page.control('z').await?;
        assert_eq!(names(page, stages).await?, before);

        let lanes = ".journey-lane-head";
        let before = names(page, lanes).await?;
        let of = |at: usize| before[at].clone();
        drag(page, lanes, 0, 1).await?;
        assert_eq!(names(page, lanes).await?[0], of(1));
        page.control('z').await?;
        assert_eq!(names(page, lanes).await?, before);

        // By keys the focus goes along.
        page.tab_to(&format!("{stages} .journey-name")).await?;
        page.held(Keys::Alt, Keys::Right + "").await?;
        page.held(Keys::Alt, Keys::Right + "").await?;
        assert_eq!(
            names(page, stages).await?,
            json!(["Onboarding", "Adoption", "Pre-sales", "Growth"])
        );
        page.tab_to(&format!("{lanes} .journey-name")).await?;
        page.held(Keys::Alt, Keys::Down + "").await?;
        assert_eq!(names(page, lanes).await?[1], of(0));
        assert_eq!(page.axe().await?, []);

        // On a phone the page itself does not scroll sideways, and a lane's name stands over its cells.
        page.resize((390, 844)).await?;
        page.settle().await?;
        assert_eq!(page.script("return document.documentElement.scrollWidth").await?, json!(390));
        let place = "const box = e => document.querySelector(e).getBoundingClientRect();
            return box('.journey-lane-head').bottom <= box('.journey-cell').top + 1";
        assert_eq!(page.script(place).await?, json!(true));
        assert_eq!(page.axe().await?, []);
        Ok(())
    })
    .await
}
