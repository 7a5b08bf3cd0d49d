package io.github.auraauth.port.out.secondfactor;

import io.github.auraauth.domain.secondfactor.QrCode;
import io.github.auraauth.domain.secret.Secret;

/** Draws QR codes. Safe for use by many threads; throws {@code NullPointerException} for a null argument. */
public interface QrCodeEncoder {
    /**
     * A code that can still be read where up to 15 % of it cannot.
     *
     * @param text 1 to 512 bytes of UTF-8
     */
    QrCode encode(Secret text);
}
