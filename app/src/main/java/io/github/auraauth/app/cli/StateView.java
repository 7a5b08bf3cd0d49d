package io.github.auraauth.app.cli;

import io.github.auraauth.domain.state.LoginState;
import java.util.LinkedHashMap;
import java.util.Map;

/** The command line's view of login states. */
final class StateView {
    private StateView() {}

    /** The members that the state holds, in their order. */
    static Map<String, Object> model(LoginState state) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("auraId", state.auraId().value());
        members.put("channelId", state.channelId().value());
        members.put("ts", state.issuedAt().toEpochMilli());
        members.put("purpose", state.purpose().text());
        state.nonce().ifPresent(nonce -> members.put("nonce", nonce));
        state.extras().locale().ifPresent(locale -> members.put("locale", locale));
        state.extras().redirectUri().ifPresent(uri -> members.put("redirectUri", uri));
        state.extras().correlator().ifPresent(correlator -> members.put("correlator", correlator));
        state.extras().asyncCallback().ifPresent(callback -> members.put("asyncCallback", callback));
        return members;
    }
}
