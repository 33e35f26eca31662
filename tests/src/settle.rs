//! When a screen has come to rest.

use serde_json::Value;

use crate::{Browser, Result};

/// Whether anything still works, waits or moves. Two frames pass before the answer.
const RESTS: &str = "const [done] = arguments;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const busy = document.querySelector('[aria-busy=true]');
      const moves = document.getAnimations().some((a) => a.playState === 'running' &&
        a.effect?.getComputedTiming().iterations !== Infinity);
      done(!busy && !moves && document.readyState === 'complete');
    }));";

impl Browser {
    /// Waits until nothing on the page is busy or moving any more, twice in a row.
    ///
    /// # Errors
    /// When it never rests.
    pub async fn settle(&self) -> Result {
        self.wait("the page to rest", async || {
            for _ in 0..2 {
                let rests = self.driver.execute_async(RESTS, Vec::new()).await?;
                if rests.json() != &Value::Bool(true) {
                    return Ok(None);
                }
                tokio::time::sleep(std::time::Duration::from_millis(60)).await;
            }
            Ok(Some(()))
        })
        .await
    }
}
