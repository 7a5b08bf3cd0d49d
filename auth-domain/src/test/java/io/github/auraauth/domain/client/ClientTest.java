package io.github.auraauth.domain.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {
    private static final Optional<JsonWebKeySet> KEYS = Optional.of(new JsonWebKeySet("{}"));
    private static final ClientSecretDigest FIRST = digest('1');
    private static final ClientSecretDigest SECOND = digest('2');
    private static final ClientSecretDigest THIRD = digest('3');

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "\u00E9 \uD83D\uDE00", "<b>"})
    void isName_printableText_isTrue(String text) {
        assertThat(Client.isName(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "a\u0000", "a\u202Eb", "a\u200Bb", "a\uD83D", "\uDE00"})
    void isName_emptyOrWithWhatIsNotSeen_isFalse(String text) {
        assertThat(Client.isName(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> named(text)).withMessageContaining("name");
    }

    @Test
    void isName_longest_isTrueAndOneMoreIsNot() {
        assertThat(Client.isName("a".repeat(100))).isTrue();
        assertThat(Client.isName("a".repeat(101))).isFalse();
    }

    @Test
    void client_publicOneWithoutProofKey_isRefused() {
        Client.Policy optional = new Client.Policy(Set.of(), true, false, false, SignatureAlgorithm.RS256);
        assertThatIllegalArgumentException().isThrownBy(() -> SampleClients.of(ClientAuthentication.NONE, optional));
        assertThat(SampleClients.withoutProofKey().policy().pkceRequired()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleClients.withoutProofKey().with(ClientAuthentication.NONE));
    }

    @Test
    void client_withOtherAuthentication_isTheSameBeside() {
        ClientAuthentication other = new ClientAuthentication(true, List.of(FIRST), Optional.empty());
        Client changed = SampleClients.PUBLIC.with(other);
        assertThat(changed.authentication()).isEqualTo(other);
        assertThat(changed.with(ClientAuthentication.NONE)).isEqualTo(SampleClients.PUBLIC);
    }

    @Test
    void createdAt_finerThanTheStore_isCutOff() {
        Client client = SampleClients.PUBLIC;
        Client finer = new Client(
                client.id(),
                client.name(),
                client.authentication(),
                client.addresses(),
                client.policy(),
                client.lifetimes(),
                client.createdAt().plusNanos(999_999));
        assertThat(finer).isEqualTo(client);
    }

    @Test
    void policy_ps256_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Client.Policy(Set.of(), true, true, false, SignatureAlgorithm.PS256))
                .withMessageContaining("idTokenAlgorithm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "s6BhdRkqt3", "~!@#:%&+", "https://client.example/"})
    void parse_visibleText_isAClientId(String text) {
        assertThat(ClientId.parse(text)).contains(new ClientId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\u007F", "\u00E9", "a\u0000"})
    void parse_otherText_isNoClientId(String text) {
        assertThat(ClientId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientId(text));
    }

    @Test
    void clientId_longest_isTakenAndOneMoreIsNot() {
        assertThat(ClientId.parse("a".repeat(128))).isPresent();
        assertThat(ClientId.parse("a".repeat(129))).isEmpty();
        assertThat(new ClientId("a")).isLessThan(new ClientId("b"));
    }

    @Test
    void authentication_confidentialWithoutProof_orPublicWithProof_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientAuthentication(true, List.of(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientAuthentication(false, List.of(FIRST), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAuthentication(false, List.of(), KEYS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientAuthentication(true, List.of(FIRST, SECOND, THIRD), KEYS));
        assertThat(ClientAuthentication.NONE.confidential()).isFalse();
    }

    @Test
    void accepts_eachOfTheSecrets_isTrueAndOfAnotherFalse() {
        ClientAuthentication both = new ClientAuthentication(true, List.of(FIRST, SECOND), Optional.empty());
        assertThat(both.accepts(digest('1'))).isTrue();
        assertThat(both.accepts(digest('2'))).isTrue();
        assertThat(both.accepts(THIRD)).isFalse();
        assertThat(new ClientAuthentication(true, List.of(), KEYS).accepts(FIRST))
                .isFalse();
        assertThat(ClientAuthentication.NONE.accepts(FIRST)).isFalse();
    }

    @Test
    void with_newSecret_keepsTheOneBeforeAndForgetsTheOldest() {
        ClientAuthentication one = new ClientAuthentication(true, List.of(FIRST), KEYS);
        assertThat(one.with(SECOND).secrets()).containsExactly(SECOND, FIRST);
        assertThat(one.with(SECOND).with(THIRD).secrets()).containsExactly(THIRD, SECOND);
        assertThat(one.with(SECOND).with(SECOND).secrets()).containsExactly(SECOND, FIRST);
        assertThat(one.with(SECOND).keys()).isEqualTo(KEYS);
        assertThat(ClientAuthentication.NONE.with(FIRST))
                .isEqualTo(new ClientAuthentication(true, List.of(FIRST), Optional.empty()));
    }

    @Test
    void addresses_noneOrTooMany_isRefused() {
        List<String> most = Collections.nCopies(100, SampleClients.REDIRECT);
        List<String> tooMany = Collections.nCopies(101, SampleClients.REDIRECT);
        assertThat(SampleClients.addresses(most, most).redirects()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> SampleClients.addresses(List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleClients.addresses(tooMany, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleClients.addresses(most, tooMany));
    }

    @Test
    void addresses_givenListsChangedLater_areTheSame() {
        List<RedirectUri> given = new ArrayList<>(List.of(new RedirectUri(SampleClients.REDIRECT)));
        ClientAddresses addresses = new ClientAddresses(given, given, Optional.empty());
        given.clear();
        assertThat(addresses.redirects()).hasSize(1);
        assertThat(addresses.postLogoutRedirects()).hasSize(1);
    }

    @Test
    void isRedirect_anyOfThem_isTrueAndOnlyThereAnyLoopbackPort() {
        ClientAddresses addresses = SampleClients.addresses(
                List.of(SampleClients.REDIRECT, "http://127.0.0.1/cb"), List.of("http://127.0.0.1/out"));
        assertThat(addresses.isRedirect(SampleClients.REDIRECT)).isTrue();
        assertThat(addresses.isRedirect("http://127.0.0.1:4711/cb")).isTrue();
        assertThat(addresses.isRedirect("http://127.0.0.1/out")).isFalse();
        assertThat(addresses.isPostLogoutRedirect("http://127.0.0.1/out")).isTrue();
        assertThat(addresses.isPostLogoutRedirect("http://127.0.0.1:4711/out")).isFalse();
        assertThat(addresses.isPostLogoutRedirect(SampleClients.REDIRECT)).isFalse();
    }

    @Test
    void origins_ofAllRedirects_areThereOnceAndInOrder() {
        assertThat(SampleClients.addresses(
                                List.of(
                                        "https://b.example/1",
                                        "https://b.example:443/2",
                                        "https://a.example/",
                                        "com.example.app:/cb"),
                                List.of("https://out.example/"))
                        .origins())
                .containsExactly("https://a.example", "https://b.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://client.example/",
                "mailto:a@client.example",
                "/logout",
                "https:logout",
                "https://client.example/#",
                "https://client.example/#a",
                "https://user@client.example/"
            })
    void backChannelLogout_noWebAddress_isRefused(String text) {
        List<RedirectUri> redirects = List.of(new RedirectUri(SampleClients.REDIRECT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientAddresses(redirects, List.of(), Optional.of(URI.create(text))))
                .withMessageContaining("backChannelLogout");
    }

    @ParameterizedTest
    @CsvSource({"PT10S, PT10S", "PT24H, P366D", "PT1H, PT1H"})
    void lifetimes_inTheirBounds_areTaken(Duration access, Duration refresh) {
        assertThat(new ClientLifetimes(access, refresh).refreshToken()).isEqualTo(refresh);
    }

    @ParameterizedTest
    @CsvSource({
        "PT9S, PT10S, accessToken",
        "PT10S, PT9S, refreshToken",
        "PT24H0.001S, P1D, accessToken",
        "PT24H1S, P1D, accessToken",
        "PT10S, P367D, refreshToken",
        "PT10.5S, P1D, accessToken",
        "PT10S, PT10.000000001S, refreshToken",
        "PT-10S, P1D, accessToken",
        "PT0S, P1D, accessToken"
    })
    void lifetimes_outOfThem_areRefusedByName(Duration access, Duration refresh, String parameter) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientLifetimes(access, refresh))
                .withMessageContaining(parameter);
    }

    @Test
    void lifetimes_default_areTenMinutesAndThirtyDays() {
        assertThat(ClientLifetimes.DEFAULT).isEqualTo(new ClientLifetimes(Duration.ofMinutes(10), Duration.ofDays(30)));
    }

    private static ClientSecretDigest digest(char digit) {
        return new ClientSecretDigest(String.valueOf(digit).repeat(64));
    }

    private static Client named(String name) {
        Client client = SampleClients.PUBLIC;
        return new Client(
                client.id(),
                name,
                client.authentication(),
                client.addresses(),
                client.policy(),
                client.lifetimes(),
                client.createdAt());
    }
}
