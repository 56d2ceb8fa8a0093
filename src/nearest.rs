//! The name that somebody probably meant.

/// The candidate with the fewest edits, if it is near enough to be meant.
///
/// An edit inserts, removes or replaces a letter, or swaps two neighbours. Short words must be
/// nearer than long ones; the first of several equally near wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = match word.chars().count() {
        0 => return None,
        1..=2 => 1,
        3..=5 => 2,
        _ => 3,
    };
    candidates
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(edits, candidate)| *edits <= most && *edits < candidate.chars().count())
        .min_by_key(|(edits, candidate)| (*edits, std::cmp::Reverse(shared_start(word, candidate)), last_letters_apart(word, candidate)))
        .map(|(_, candidate)| candidate)
}

fn shared_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// `us-east-3` is nearer to `us-east-2` than to `us-east-1`.
fn last_letters_apart(a: &str, b: &str) -> u32 {
    a.chars().next_back().map_or(0, u32::from).abs_diff(b.chars().next_back().map_or(0, u32::from))
}

/// Damerau-Levenshtein distance with adjacent swaps, over lower-case letters.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().flat_map(char::to_lowercase).collect();
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).collect();
    if a.len().abs_diff(b.len()) > 3 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        assert_eq!(nearest("us-east-3", ["us-east-1", "us-east-2", "eu-west-1"]), Some("us-east-2"));
        assert_eq!(nearest("subent", ["subnet", "size"]), Some("subnet"));
        assert_eq!(nearest("asz", ["azs", "nat"]), Some("azs"));
        assert_eq!(nearest("completely", ["azs", "nat"]), None);
        assert_eq!(nearest("x", ["azs"]), None);
    }
}
