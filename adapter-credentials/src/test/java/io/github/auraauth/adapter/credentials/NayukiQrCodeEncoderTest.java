package io.github.auraauth.adapter.credentials;

import io.github.auraauth.port.out.secondfactor.QrCodeEncoder;
import io.github.auraauth.testkit.secondfactor.QrCodeEncoderContract;

class NayukiQrCodeEncoderTest implements QrCodeEncoderContract {
    @Override
    public QrCodeEncoder encoder() {
        return new NayukiQrCodeEncoder();
    }
}
