//! A picture to send as evidence: a drawn sky and ground that show nothing and nobody (演示数据).

/// Width and height in pixels.
const SIZE: (u32, u32) = (160, 120);

/// A PNG that differs with `seed`, so that files are not all one.
pub fn photo(seed: u64) -> Vec<u8> {
    let mut raw = Vec::new();
    let tint = |shift: u32| u8::try_from((seed >> shift) & 0x3f).unwrap_or(0);
    for y in 0..SIZE.1 {
        raw.push(0); // no filter in this line
        let shade = u8::try_from(y).unwrap_or(0);
        let colour = if y < SIZE.1 * 3 / 5 {
            [120 + tint(0), 170 + tint(6), 255 - shade]
        } else {
            [90 + tint(12), 110 + tint(18), 60 + tint(24)]
        };
        for _ in 0..SIZE.0 {
            raw.extend(colour);
        }
    }
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = Vec::new();
    head.extend(SIZE.0.to_be_bytes());
    head.extend(SIZE.1.to_be_bytes());
    head.extend([8, 2, 0, 0, 0]);
    chunk(&mut png, *b"IHDR", &head);
    chunk(&mut png, *b"IDAT", &stored(&raw));
    chunk(&mut png, *b"IEND", &[]);
    png
}

/// A zlib stream of stored blocks: no compression, hence no library for it.
fn stored(raw: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let last = raw.len().div_ceil(0xffff);
    for (i, block) in raw.chunks(0xffff).enumerate() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        out.push(u8::from(i + 1 == last));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in raw {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    out.extend(((b << 16) | a).to_be_bytes());
    out
}

fn chunk(png: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) {
    png.extend(u32::try_from(body.len()).unwrap_or(u32::MAX).to_be_bytes());
    let from = png.len();
    png.extend(kind);
    png.extend(body);
    let mut crc = u32::MAX;
    for byte in &png[from..] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    png.extend((!crc).to_be_bytes());
}
