//! The sample workspace: its accounts from the engine, and one of everything that stands on them.

use super::Actions;
use crate::route::Route;
use crate::state::{Notice, today};
use crate::text::{Language, Text};
use engine::message::{Call, Problem, TemplateKind};

impl Actions {
    /// Makes the sample, gives it a scorecard, and shows the scores. A workspace that holds anything
    /// already stays as it is: the sample gets one of its own.
    pub fn sample(&self, accounts: u32, japanese: bool) {
        let actions = self.clone();
        self.run(async move {
            // the tree, the canvas and the journey are made by their areas
            let texts = language(japanese).area_texts();
            let makers = ["kpi", "strategy", "journey", "plan", "formula", texts];
            if web::parts::load(&makers).await.is_err() {
                actions.notify(Notice::Failed("sample-failed", "sample-failed-action"));
                return Ok(());
            }
            actions.ready().await?;
            let used = actions.newest_snapshot().is_some()
                || !actions.0.desk.borrow().document().model().cards.is_empty()
                || !actions.0.desk.borrow().document().kpi_trees().is_empty();
            if used {
                actions.open_for_sample(japanese).await?;
            }
            let today = today();
            // The last snapshot is this week's Monday; 1970-01-01 was a Thursday.
            let last_date = table::Day(today.0 - (today.0 + 3).rem_euclid(7));
            let call = Call::Sample { accounts, weeks: 12, last_date, japanese };
            let made = actions.snapshots_by(call, &[]).await?;
            if actions.0.desk.borrow().document().model().cards.is_empty() {
                crate::scoring::apply_template(&actions, TemplateKind::Dear).await?;
            }
            if actions.0.desk.borrow().document().kpi_trees().is_empty() {
                crate::kpi::add_sample_tree(&actions, japanese, made.last());
            }
            if actions.0.desk.borrow().document().canvases().is_empty() {
                crate::strategy::add_sample_canvas(&actions, japanese);
            }
            if actions.0.desk.borrow().document().journeys().is_empty() {
                crate::journey::add_sample_journey(&actions, japanese);
            }
            if used {
                actions.notify(Notice::Done("workspace-sample-apart", Vec::new()));
            }
            Route::Score.go();
            Ok(())
        });
    }

    async fn open_for_sample(&self, japanese: bool) -> Result<(), Problem> {
        let open = self.0.open_fresh.borrow().clone().ok_or(Problem::NotOpen)?;
        let text = Text::new(language(japanese));
        open(text.t("workspace-sample-name").to_string()).await
    }
}

fn language(japanese: bool) -> Language {
    if japanese { Language::Ja } else { Language::En }
}
