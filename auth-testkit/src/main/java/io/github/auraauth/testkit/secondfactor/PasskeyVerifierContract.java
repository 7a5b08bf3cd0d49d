package io.github.auraauth.testkit.secondfactor;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.secondfactor.SamplePasskeys.ADDED;
import static io.github.auraauth.testkit.secondfactor.SamplePasskeys.passkeyId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier.NewPasskey;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier.PasskeyUse;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link PasskeyVerifier}. An adapter's test implements it, with one for the relying party and the address that
 * are given here.
 */
public interface PasskeyVerifierContract {
    /** The host that passkeys are for. */
    String RELYING_PARTY = "login.example.org";

    /** Where our pages are. */
    String ORIGIN = "https://login.example.org";

    Secret CHALLENGE = Secret.of(new byte[32]);

    Username NAME = new Username("fake.anne");

    /** The port under test. */
    PasskeyVerifier verifier();

    @Test
    default void creationOptions_account_saysWhatBrowsersNeed() {
        String options = verifier().creationOptions(CHALLENGE, id(1), NAME, Set.of(passkeyId(1)));
        assertThat(options)
                .startsWith("{")
                .contains("\"challenge\":\"" + "A".repeat(43) + '"')
                .contains("\"id\":\"" + RELYING_PARTY + '"')
                .contains("\"name\":\"fake.anne\"")
                .contains('"' + passkeyId(1).value() + '"')
                .contains("\"alg\":-7")
                .contains("\"residentKey\":\"preferred\"")
                .contains("\"userVerification\":\"preferred\"")
                .contains("\"attestation\":\"none\"")
                .doesNotContain("publicKey\":")
                .doesNotContain(id(1).value());
    }

    @Test
    default void requestOptions_passkeys_saysWhatBrowsersNeed() {
        assertThat(verifier().requestOptions(CHALLENGE, Set.of(passkeyId(1)), false))
                .contains("\"challenge\":\"" + "A".repeat(43) + '"')
                .contains("\"rpId\":\"" + RELYING_PARTY + '"')
                .contains('"' + passkeyId(1).value() + '"')
                .contains("\"userVerification\":\"discouraged\"")
                .doesNotContain("publicKey\":");
        assertThat(verifier().requestOptions(CHALLENGE, Set.of(), true)).contains("\"userVerification\":\"required\"");
    }

    @Test
    default void created_goodResponse_givesThePasskey() {
        for (boolean verifying : new boolean[] {true, false}) {
            SoftwareAuthenticator authenticator = authenticator(verifying).counted(7);
            NewPasskey created = created(authenticator);
            assertThat(created.id().value()).isEqualTo(authenticator.id());
            assertThat(created.count()).isEqualTo(7);
            assertThat(created.userVerified()).isEqualTo(verifying);
        }
    }

    @Test
    default void created_otherChallengeAddressOrHost_isNone() {
        String options = creation();
        SoftwareAuthenticator good = authenticator(true);
        Secret other = Secret.ofText("another challenge of 32 bytes...");
        assertThat(verifier().created(other, good.create(options))).isEmpty();
        for (SoftwareAuthenticator stranger : strangers(good)) {
            assertThat(verifier().created(CHALLENGE, stranger.create(options))).isEmpty();
        }
        assertThat(verifier().created(CHALLENGE, good.create(options))).isPresent();
    }

    @Test
    default void used_goodResponse_saysCountAndWhetherTheOwnerWasKnown() {
        SoftwareAuthenticator authenticator = authenticator(true);
        Passkey passkey = passkey(authenticator, 1);
        String options = request();
        assertThat(verifier()
                        .used(CHALLENGE, passkey, true, authenticator.counted(9).use(options)))
                .contains(new PasskeyUse(9, true));
        assertThat(verifier()
                        .used(
                                CHALLENGE,
                                passkey,
                                false,
                                authenticator.counted(9).use(options)))
                .contains(new PasskeyUse(9, true));
        assertThat(verifier()
                        .used(
                                CHALLENGE,
                                passkey,
                                false,
                                authenticator.verifying(false).counted(9).use(options)))
                .contains(new PasskeyUse(9, false));
        assertThat(verifier()
                        .used(
                                CHALLENGE,
                                passkey,
                                false,
                                authenticator.counted(9).useWithoutUser(options)))
                .contains(new PasskeyUse(9, true));
    }

    @Test
    default void used_countNotRisen_isStillAUse() {
        SoftwareAuthenticator authenticator = authenticator(true);
        Passkey passkey = passkey(authenticator, 1);
        assertThat(verifier()
                        .used(CHALLENGE, passkey, true, authenticator.counted(1).use(request())))
                .contains(new PasskeyUse(1, true));
        assertThat(verifier()
                        .used(
                                CHALLENGE,
                                passkey,
                                true,
                                authenticator.uncounted().use(request())))
                .contains(new PasskeyUse(0, true));
    }

    @Test
    default void used_aloneWithoutKnowingOrNamingTheOwner_isNone() {
        SoftwareAuthenticator authenticator = authenticator(true);
        Passkey passkey = passkey(authenticator, 1);
        assertThat(verifier()
                        .used(
                                CHALLENGE,
                                passkey,
                                true,
                                authenticator.verifying(false).use(request())))
                .isEmpty();
        assertThat(verifier().used(CHALLENGE, passkey, true, authenticator.useWithoutUser(request())))
                .isEmpty();
    }

    @Test
    default void used_otherChallengeAddressHostOrOwner_isNone() {
        SoftwareAuthenticator authenticator = authenticator(true);
        Passkey passkey = passkey(authenticator, 1);
        String options = request();
        Secret other = Secret.ofText("another challenge of 32 bytes...");
        for (boolean alone : new boolean[] {true, false}) {
            assertThat(verifier().used(other, passkey, alone, authenticator.use(options)))
                    .isEmpty();
            assertThat(verifier().used(CHALLENGE, ofAccount(passkey, 2), alone, authenticator.use(options)))
                    .isEmpty();
            for (SoftwareAuthenticator stranger : strangers(authenticator)) {
                assertThat(verifier().used(CHALLENGE, passkey, alone, stranger.use(options)))
                        .isEmpty();
            }
        }
    }

    @Test
    default void used_signedByAnotherKey_isNone() {
        SoftwareAuthenticator authenticator = authenticator(true);
        SoftwareAuthenticator forger = authenticator(true);
        Passkey passkey = passkey(authenticator, 1);
        created(forger);
        String forged = forger.use(request()).replace(forger.id(), authenticator.id());
        assertThat(verifier().used(CHALLENGE, passkey, true, forged)).isEmpty();
        assertThat(verifier().used(CHALLENGE, passkey, true, forger.use(request())))
                .isEmpty();
    }

    @Test
    default void used_responseToACreation_isNone() {
        SoftwareAuthenticator authenticator = authenticator(true);
        Passkey passkey = passkey(authenticator, 1);
        assertThat(verifier().used(CHALLENGE, passkey, true, authenticator.create(creation())))
                .isEmpty();
        assertThat(verifier().created(CHALLENGE, authenticator.use(request()))).isEmpty();
    }

    @Test
    default void passkeyOf_response_saysWhoseItSaysToBe() {
        SoftwareAuthenticator authenticator = authenticator(true);
        created(authenticator);
        assertThat(verifier().passkeyOf(authenticator.use(request()))).contains(new PasskeyId(authenticator.id()));
    }

    @Test
    default void anyReading_noResponse_isNone() {
        SoftwareAuthenticator authenticator = authenticator(true);
        Passkey passkey = passkey(authenticator, 1);
        String good = authenticator.use(request());
        List<String> others = new ArrayList<>(EdgeCaseTexts.all());
        others.addAll(List.of(
                "",
                "{}",
                "[]",
                "null",
                "{\"id\":1}",
                good.substring(0, good.length() - 1),
                good.replace("signature", "Signature"),
                good.replaceFirst("\"authenticatorData\":\"[^\"]{8}", "\"authenticatorData\":\""),
                good.replaceFirst("\"clientDataJSON\":\"[^\"]{8}", "\"clientDataJSON\":\"")));
        for (String other : others) {
            assertThat(verifier().created(CHALLENGE, other)).as(other).isEmpty();
            assertThat(verifier().used(CHALLENGE, passkey, false, other))
                    .as(other)
                    .isEmpty();
        }
        for (String text : EdgeCaseTexts.all()) {
            assertThat(verifier().passkeyOf(text)).as(text).isEmpty();
        }
    }

    @Test
    default void used_manyAtOnce_isTheSameForAll() {
        SoftwareAuthenticator authenticator = authenticator(true);
        Passkey passkey = passkey(authenticator, 1);
        String response = authenticator.counted(9).use(request());
        assertThat(Race.of(i -> verifier().used(CHALLENGE, passkey, true, response)))
                .containsOnly(Optional.of(new PasskeyUse(9, true)));
    }

    @Test
    default void anyCall_nullArgument_isRefused() {
        Passkey passkey = SamplePasskeys.passkey(1, 1);
        assertNullIsRefused("", () -> verifier().creationOptions(nothing(), id(1), NAME, Set.of()));
        assertNullIsRefused("", () -> verifier().creationOptions(CHALLENGE, nothing(), NAME, Set.of()));
        assertNullIsRefused("", () -> verifier().created(nothing(), "{}"));
        assertNullIsRefused("", () -> verifier().created(CHALLENGE, nothing()));
        assertNullIsRefused("", () -> verifier().requestOptions(nothing(), Set.of(), true));
        assertNullIsRefused("", () -> verifier().passkeyOf(nothing()));
        assertNullIsRefused("", () -> verifier().used(nothing(), passkey, true, "{}"));
        assertNullIsRefused("", () -> verifier().used(CHALLENGE, nothing(), true, "{}"));
        assertNullIsRefused("", () -> verifier().used(CHALLENGE, passkey, true, nothing()));
    }

    private static SoftwareAuthenticator authenticator(boolean verifying) {
        return new SoftwareAuthenticator(RELYING_PARTY, ORIGIN, verifying, new SecureRandom());
    }

    /** Pages of others, which may have copied ours, and what their authenticators sign. */
    private static List<SoftwareAuthenticator> strangers(SoftwareAuthenticator good) {
        return List.of(
                good.at(RELYING_PARTY, "https://evil.example.org"),
                good.at(RELYING_PARTY, "http://login.example.org"),
                good.at(RELYING_PARTY, "https://login.example.org:8443"),
                good.at(RELYING_PARTY, "https://sub.login.example.org"),
                good.at(RELYING_PARTY, "null"),
                good.at("example.org", ORIGIN),
                good.at("evil.example.org", ORIGIN));
    }

    private NewPasskey created(SoftwareAuthenticator authenticator) {
        return verifier().created(CHALLENGE, authenticator.create(creation())).orElseThrow();
    }

    private String creation() {
        return verifier().creationOptions(CHALLENGE, id(1), NAME, Set.of());
    }

    private String request() {
        return verifier().requestOptions(CHALLENGE, Set.of(), true);
    }

    private Passkey passkey(SoftwareAuthenticator authenticator, int account) {
        NewPasskey created = created(authenticator);
        return new Passkey(
                created.id(),
                id(account),
                new PasskeyName("fake key"),
                created.publicKey(),
                created.count(),
                ADDED,
                Optional.empty());
    }

    private static Passkey ofAccount(Passkey passkey, int account) {
        return new Passkey(
                passkey.id(),
                id(account),
                passkey.name(),
                passkey.publicKey(),
                passkey.count(),
                passkey.addedAt(),
                passkey.usedAt());
    }
}
