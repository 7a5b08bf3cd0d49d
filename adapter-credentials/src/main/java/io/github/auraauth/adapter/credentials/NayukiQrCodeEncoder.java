package io.github.auraauth.adapter.credentials;

import io.github.auraauth.domain.secondfactor.QrCode;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.secondfactor.QrCodeEncoder;

/** QR codes by Nayuki's generator. */
public final class NayukiQrCodeEncoder implements QrCodeEncoder {
    @Override
    public QrCode encode(Secret text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text.revealText(), io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        StringBuilder modules = new StringBuilder(code.size * code.size);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                modules.append(code.getModule(x, y) ? '1' : '0');
            }
        }
        return new QrCode(code.size, modules.toString());
    }
}
