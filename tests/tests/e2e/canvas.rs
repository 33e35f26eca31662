//! A value proposition canvas by keyboard alone, in Japanese, typed through an input method; its notes tied
//! to each other and to a measure of the sample.

use serde_json::{Value, json};
use tests::{Browser, Keys, Language, Options, Result, run_with};

#[tokio::test]
async fn a_canvas_by_keyboard_alone_through_an_input_method() -> Result {
    let options = Options { language: Language::Ja, ..Options::default() };
    run_with("canvas-keyboard-ja", options, async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.screen("#/strategy").await?;
        page.tab_to("[data-testid=canvas-value-proposition]").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for("[data-testid=canvas]").await?;

        // While the input method composes, Enter is its own.
        page.tab_to("[data-area=pains] .composer").await?;
        compose(page, "たちあがりがおそい").await?;
        assert_eq!(notes(page, "pains").await?, json!([]));
        page.cdp("Input.insertText", json!({ "text": "立ち上がりが遅い" })).await?;
        page.keys(Keys::Enter + "").await?;
        page.keys("操作が難しい" + Keys::Enter).await?;
        assert_eq!(notes(page, "pains").await?, json!(["立ち上がりが遅い", "操作が難しい"]));

        // Walk up, carry down, vote, colour.
        page.keys(Keys::Up + Keys::Up).await?;
        page.held(Keys::Alt, Keys::Down + "").await?;
        assert_eq!(notes(page, "pains").await?, json!(["操作が難しい", "立ち上がりが遅い"]));
        page.keys("++4").await?;
        let facts = page.text("[data-area=pains] .note:last-child .note-facts").await?;
        assert!(facts.contains('2') && facts.contains("課題"), "{facts}");

        // A reliever that answers the pain; the pain measured by a column.
        while page
            .script("return document.activeElement.closest('[data-area]').dataset.area")
            .await?
            != "relievers"
        {
            page.keys(Keys::Left + "").await?;
        }
        page.keys("導入支援チーム @立ち").await?;
        page.wait_for("#offers").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_gone("#offers").await?;
        assert_eq!(notes(page, "relievers").await?, json!(["導入支援チーム"]));
        page.keys(Keys::Up + "").await?;
        page.wait_for(".sheet-lines path").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for("[data-writing]").await?;
        page.keys("@週間").await?;
        page.wait_for("#offers").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_gone("#offers").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_gone("[data-writing]").await?;

        // One step of undo takes the link back, one more the note with its own.
        page.control('z').await?;
        page.control('z').await?;
        page.wait("the note to be gone", async || {
            Ok((notes(page, "relievers").await? == json!([])).then_some(()))
        })
        .await?;
        page.keys(Keys::Up + "").await?;

        // All of it outlives a reload.
        page.wait_until_saved().await?;
        let here = page.script("return location.hash").await?;
        page.reload("#/strategy").await?;
        page.wait_for("[data-testid=gap-pain]").await?;
        page.tab_to(&format!("a[href='{}']", here.as_str().unwrap_or_default())).await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for("[data-testid=canvas]").await?;
        assert_eq!(notes(page, "pains").await?, json!(["操作が難しい", "立ち上がりが遅い"]));
        assert!(page.axe().await?.is_empty(), "{:?}", page.axe().await?);
        Ok(())
    })
    .await
}

/// A list that is pasted becomes notes, and those that say the same one note.
#[tokio::test]
async fn a_pasted_list_becomes_notes() -> Result {
    run_with("canvas-paste", Options::default(), async |page| {
        page.open("#/strategy").await?;
        page.wait_for("[data-testid=canvas-swot]").await?.click().await?;
        page.wait_for("[data-area=threats] .composer").await?.click().await?;
        page.script(
            "const field = document.activeElement; field.value = '- a\\n- b\\n- Ａ';
             field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))",
        )
        .await?;
        page.settle().await?;
        assert_eq!(notes(page, "threats").await?, json!(["a", "b", "Ａ"]));
        page.wait_for("[data-testid=strategy-merge-duplicates]").await?.click().await?;
        page.wait_gone("[data-testid=strategy-merge-duplicates]").await?;
        assert_eq!(notes(page, "threats").await?, json!(["a", "b"]));
        page.control('z').await?;
        page.control('z').await?;
        page.settle().await?;
        assert_eq!(notes(page, "threats").await?, json!([]));
        Ok(())
    })
    .await
}

/// What is typed in a cell stays there while the sheet is drawn anew, and is kept on Enter.
#[tokio::test]
async fn a_cell_keeps_what_is_typed_while_the_pointer_moves() -> Result {
    run_with("canvas-cell", Options::default(), async |page| {
        page.open("#/strategy").await?;
        page.wait_for("[data-testid=canvas-stakeholders]").await?.click().await?;
        page.wait_for(".composer").await?.click().await?;
        page.keys("Aoki" + Keys::Enter + "Baba @Aoki").await?;
        page.wait_for("#offers").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_gone("#offers").await?;
        let cell = "input[type=text][data-cell]";
        page.wait_for(cell).await?.click().await?;
        page.keys("abc").await?;
        page.script(
            "document.querySelector('[data-links]')
                .dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))",
        )
        .await?;
        page.wait_for(".sheet-lines path").await?;
        let typed = format!("return document.querySelector('{cell}').value");
        assert_eq!(page.script(&typed).await?, json!("abc"));
        page.keys(Keys::Enter + "").await?;
        page.settle().await?;
        page.wait_for(".composer").await?.click().await?;
        page.control('z').await?;
        page.settle().await?;
        assert_eq!(page.script(&typed).await?, json!(""));
        Ok(())
    })
    .await
}

/// Composes a text as an input method does, and presses Enter while it still composes.
pub(crate) async fn compose(page: &Browser, text: &str) -> Result {
    let end = text.chars().count();
    let composing = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
    page.cdp("Input.imeSetComposition", composing).await?;
    let enter = json!({ "type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229 });
    page.cdp("Input.dispatchKeyEvent", enter).await?;
    Ok(())
}

/// What the notes of a block say.
pub(crate) async fn notes(page: &Browser, area: &str) -> Result<Value> {
    page.settle().await?;
    page.script(&format!(
        "return [...document.querySelectorAll('[data-area={area}] .note-text')].map(n => n.textContent)"
    ))
    .await
}

/// A picture of a canvas, dropped on the product, is the canvas again.
#[tokio::test]
async fn the_picture_opens_again() -> Result {
    run_with("canvas-picture", Options::default(), async |page| {
        page.open("#/strategy").await?;
        page.wait_for("[data-testid=canvas-swot]").await?.click().await?;
        page.wait_for("[data-area=threats] .composer").await?.click().await?;
        page.keys("a <b> & \"c\"" + Keys::Enter).await?;
        page.wait_for(".sheet-head .menu > button").await?.click().await?;
        page.wait_for(".sheet-head [data-index='2']").await?.click().await?;
        let picture = page.downloaded_file(".svg").await?;
        let here = page.script("return location.hash").await?;
        page.upload(".shell > input[type=file]", &[&picture]).await?;
        page.wait("the canvas of the picture", async || {
            Ok((page.script("return location.hash").await? != here).then_some(()))
        })
        .await?;
        page.wait_for("[data-area=threats] .note").await?;
        assert_eq!(notes(page, "threats").await?, json!(["a <b> & \"c\""]));
        Ok(())
    })
    .await
}
