//! How many grids each village gets: 2 to 12, more in streets than in the country, and exactly as
//! many in all as asked for.

/// Fewest and most grids of a village.
pub const BOUNDS: (usize, usize) = (2, 12);

/// A number from 0 to 1 that depends on a text only: what stands in for chance here.
pub fn chance(text: &str, salt: u64) -> f64 {
    let mut hash = 0xcbf2_9ce4_8422_2325 ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash ^= hash >> 29;
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    let part = (hash >> 11) as f64 / (1u64 << 53) as f64;
    part
}

/// Grids per village, in the order of `weights` (the relative wish of each, any scale), summing to
/// `total`; `None` if the bounds do not allow it. Largest remainders win, ties by order.
pub fn share(weights: &[f64], total: usize) -> Option<Vec<usize>> {
    let (least, most) = BOUNDS;
    if total < least * weights.len() || total > most * weights.len() {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "2 and 12")]
    let clamped = |scale: f64| weights.iter().map(move |w| (w * scale).clamp(least as f64, most as f64));
    let (mut low, mut high) = (0.0, 1e6);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        #[expect(clippy::cast_precision_loss, reason = "tens of thousands")]
        if clamped(middle).sum::<f64>() < total as f64 { low = middle } else { high = middle }
    }
    let wishes: Vec<f64> = clamped(high).collect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "2 to 12")]
    let mut quotas: Vec<usize> = wishes.iter().map(|w| w.floor() as usize).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| wishes[b].fract().total_cmp(&wishes[a].fract()).then(a.cmp(&b)));
    let mut left = total - quotas.iter().sum::<usize>().min(total);
    for &i in order.iter().cycle().take(order.len() * (most - least + 1)) {
        if left == 0 {
            break;
        }
        if quotas[i] < most {
            quotas[i] += 1;
            left -= 1;
        }
    }
    (left == 0).then_some(quotas)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_sum_up_within_the_bounds() {
        let weights: Vec<f64> = (0..1_000).map(|i| 0.1 + chance(&format!("v{i}"), 1)).collect();
        for total in [2_000, 5_501, 11_999, 12_000] {
            let quotas = share(&weights, total).expect("within the bounds");
            assert_eq!(quotas.iter().sum::<usize>(), total);
            assert!(quotas.iter().all(|q| (2..=12).contains(q)));
        }
        assert!(share(&weights, 1_999).is_none());
        assert!(share(&weights, 12_001).is_none());
    }
}
