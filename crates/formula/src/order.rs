//! An order in which each place comes after its inputs, and what stands in its way: for whatever is made of
//! one another by name.

/// Places with each after its inputs (Kahn, "Topological sorting of large networks", CACM 5, 1962),
/// and which places are left because they are in or above a cycle.
#[must_use]
pub fn sort(inputs: &[&[usize]]) -> (Vec<usize>, Vec<bool>) {
    let n = inputs.len();
    let mut users = vec![Vec::new(); n];
    let mut waiting = vec![0_usize; n];
    for (at, its) in inputs.iter().enumerate() {
        for &input in its.iter().filter(|i| **i < n) {
            users[input].push(at);
            waiting[at] += 1;
        }
    }
    let mut order: Vec<usize> = (0..n).filter(|at| waiting[*at] == 0).collect();
    let mut next = 0;
    while let Some(&at) = order.get(next) {
        next += 1;
        for &user in &users[at] {
            waiting[user] -= 1;
            if waiting[user] == 0 {
                order.push(user);
            }
        }
    }
    let stuck = waiting.iter().map(|w| *w > 0).collect();
    (order, stuck)
}

/// For each stuck place that no cycle was found for yet, the shortest way back to itself, if there is
/// one. Only ever run on trees with a mistake in them.
#[must_use]
pub fn cycles(inputs: &[&[usize]], stuck: &[bool]) -> Vec<Vec<usize>> {
    let mut covered = vec![false; inputs.len()];
    let mut found = Vec::new();
    for start in (0..inputs.len()).filter(|at| stuck[*at]) {
        if covered[start] {
            continue;
        }
        let mut came_from = vec![None; inputs.len()];
        let mut queue = std::collections::VecDeque::from([start]);
        while let Some(at) = queue.pop_front() {
            for &input in inputs[at].iter().filter(|i| stuck.get(**i) == Some(&true)) {
                if came_from[input].is_none() {
                    came_from[input] = Some(at);
                    queue.push_back(input);
                }
            }
        }
        let mut path = Vec::new();
        let mut at = came_from[start];
        while let Some(place) = at {
            path.push(place);
            at = came_from[place].filter(|_| place != start);
        }
        path.reverse();
        path.iter().for_each(|place| covered[*place] = true);
        if !path.is_empty() {
            found.push(path);
        }
    }
    found
}
