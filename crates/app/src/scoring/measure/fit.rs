//! Asks for a normaliser that fits the values of an input.

use crate::scoring::edits::change_measure;
use crate::scoring::grip::Grip;
use engine::message::{Answer, Call, Problem};
use plan::{ElementId, Gesture};
use score::Input;
use table::SnapshotId;

/// Takes the engine's proposal for a measure, if its input is still the one that was asked about.
pub fn fit(grip: &Grip, gesture: Gesture, id: ElementId, snapshot: SnapshotId, input: Input) {
    let asking = grip.clone();
    grip.actions().run(async move {
        let call = Call::SuggestNormaliser { snapshot, input: input.clone() };
        match asking.actions().engine().call(call).await? {
            Answer::Normaliser(proposed) => {
                asking.edit_in(gesture, |d| {
                    change_measure(d, id, |m| {
                        if m.input.as_ref() == Some(&input) {
                            *m.normaliser = proposed;
                        }
                    })
                });
                Ok(())
            }
            other => Err(Problem::unexpected(&other)),
        }
    });
}
