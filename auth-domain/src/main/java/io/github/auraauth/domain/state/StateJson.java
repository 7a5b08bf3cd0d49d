package io.github.auraauth.domain.state;

import static java.util.Map.entry;

import io.github.auraauth.domain.json.FlatJsonReader;
import io.github.auraauth.domain.json.FlatJsonWriter;
import io.github.auraauth.domain.json.FlatObject;
import io.github.auraauth.domain.json.FlatValue;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A state as JSON: its members in any order, no other ones, each of its type. A locale only chooses the language of a
 * page, so that one which is no culture code counts as absent and spoils nothing.
 */
final class StateJson {
    private static final Map<String, Class<? extends FlatValue>> MEMBERS = Map.ofEntries(
            entry("auraId", FlatValue.Text.class),
            entry("channelId", FlatValue.Text.class),
            entry("ts", FlatValue.Whole.class),
            entry("purpose", FlatValue.Text.class),
            entry("nonce", FlatValue.Text.class),
            entry("locale", FlatValue.class),
            entry("redirectUri", FlatValue.Text.class),
            entry("correlator", FlatValue.Text.class),
            entry("asyncCallback", FlatValue.Text.class));

    private StateJson() {}

    static byte[] write(LoginState state) {
        Map<String, FlatValue> members = new LinkedHashMap<>();
        LoginState.Extras extras = state.extras();
        members.put("auraId", new FlatValue.Text(state.auraId().value()));
        members.put("channelId", new FlatValue.Text(state.channelId().text()));
        members.put("ts", new FlatValue.Whole(state.issuedAt().toEpochMilli()));
        members.put("purpose", new FlatValue.Text(state.purpose().text()));
        put(members, "nonce", state.nonce());
        put(members, "locale", extras.locale());
        put(members, "redirectUri", extras.redirectUri());
        put(members, "correlator", extras.correlator());
        put(members, "asyncCallback", extras.asyncCallback());
        return FlatJsonWriter.write(new FlatObject(members)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What aura-bot writes into a state of version 1, where purpose and nonce may be absent.
     *
     * @param asked the purpose of a state that names none
     */
    static Optional<LoginState> readV1(byte[] plain, int length, StatePurpose asked) {
        return FlatJsonReader.read(plain, 0, length)
                .filter(StateJson::hasTheForm)
                .flatMap(object -> state(object, asked));
    }

    /** What stands in a state of version 2. */
    static Optional<LoginState> readV2(byte[] plain) {
        return FlatJsonReader.read(plain)
                .filter(StateJson::hasTheForm)
                .filter(object -> object.has("purpose") && object.has("nonce"))
                .flatMap(object -> state(object, StatePurpose.LOGIN));
    }

    private static boolean hasTheForm(FlatObject object) {
        for (var member : object.members().entrySet()) {
            Class<? extends FlatValue> type = MEMBERS.get(member.getKey());
            if (type == null || !type.isInstance(member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static Optional<LoginState> state(FlatObject object, StatePurpose otherwise) {
        Optional<AuraId> auraId = object.text("auraId").flatMap(AuraId::parse);
        Optional<ChannelId> channelId = object.text("channelId").flatMap(ChannelId::parse);
        Optional<Instant> issuedAt = object.whole("ts").map(Instant::ofEpochMilli);
        Optional<StatePurpose> purpose =
                StatePurpose.parse(object.text("purpose").orElse(otherwise.text()));
        if (auraId.isEmpty() || channelId.isEmpty() || issuedAt.isEmpty() || purpose.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LoginState(
                    auraId.get(),
                    channelId.get(),
                    issuedAt.get(),
                    purpose.get(),
                    object.text("nonce"),
                    extras(object)));
        } catch (IllegalArgumentException outOfForm) {
            return Optional.empty();
        }
    }

    private static LoginState.Extras extras(FlatObject object) {
        return new LoginState.Extras(
                object.text("locale").filter(LoginStateConstraints::isLocale),
                object.text("redirectUri"),
                object.text("correlator"),
                object.text("asyncCallback"));
    }

    private static void put(Map<String, FlatValue> members, String name, Optional<String> text) {
        text.ifPresent(value -> members.put(name, new FlatValue.Text(value)));
    }
}
