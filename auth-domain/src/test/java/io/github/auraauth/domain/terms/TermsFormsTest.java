package io.github.auraauth.domain.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsFormsTest {
    @ParameterizedTest
    @ValueSource(strings = {"9a47b037-825f-4ae7-bf55-6290efd5d036", "a", "A.z_0:9@x+y-", "+12025550100", "..", "0"})
    void userId_allowedText_isTaken(String text) {
        assertThat(TermsUserId.parse(text)).contains(new TermsUserId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a\n", "caf\u00e9", "a%41", "a;b", "$gt", "{}", "a\u0000", "a,b"})
    void userId_anythingElse_isRefused(String text) {
        assertThat(TermsUserId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TermsUserId(text));
    }

    @Test
    void texts_ofTheLongestLength_areTakenAndNoLongerOnes() {
        assertThat(TermsUserId.parse("a".repeat(128))).isPresent();
        assertThat(TermsUserId.parse("a".repeat(129))).isEmpty();
        assertThat(ServiceName.parse("a".repeat(64))).isPresent();
        assertThat(ServiceName.parse("a".repeat(65))).isEmpty();
        assertThat(TermsVersion.parse("1".repeat(32))).isPresent();
        assertThat(TermsVersion.parse("1".repeat(33))).isEmpty();
        assertThat(TermsStatus.parse("a".repeat(32))).isPresent();
        assertThat(TermsStatus.parse("a".repeat(33))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a@b", "a+b", "a b", "a/b", "\u00e9", "a\n"})
    void nameAndVersion_otherSigns_areRefused(String text) {
        assertThat(ServiceName.parse(text)).isEmpty();
        assertThat(TermsVersion.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceName(text));
        assertThatIllegalArgumentException().isThrownBy(() -> new TermsVersion(text));
    }

    @Test
    void version_theWordLatest_isRefused() {
        assertThat(TermsVersion.parse("latest")).isEmpty();
        for (String dots : List.of(".", "..")) {
            assertThat(TermsVersion.parse(dots)).isEmpty();
            assertThat(ServiceName.parse(dots)).isEmpty();
            assertThat(ServiceName.parse(dots + ".x")).isPresent();
        }
        assertThat(ServiceName.parse("...")).isPresent();
        assertThat(TermsVersion.parse("Latest")).isPresent();
        assertThat(TermsVersion.parse("latest-1")).isPresent();
        assertThat(ServiceName.parse("latest")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "pending", "newStatus", "A", "a_b-c9", "unrevoked", "revoked2"})
    void status_allowedWord_isTaken(String text) {
        assertThat(TermsStatus.parse(text)).contains(new TermsStatus(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1a",
                "_a",
                "-a",
                "a.b",
                "a b",
                "a\n",
                "\u00e9",
                "revoked",
                "rejected",
                "refused",
                "declined",
                "REVOKED",
                "Rejected",
                "reFused",
                "DecLined",
                "DECLINED"
            })
    void status_otherFormOrARefusal_isRefused(String text) {
        assertThat(TermsStatus.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TermsStatus(text));
    }

    @Test
    void status_acceptedInAnotherCase_isNotTheFinalOne() {
        assertThat(new TermsStatus("accepted").isAccepted()).isTrue();
        assertThat(new TermsStatus("Accepted").isAccepted()).isFalse();
    }

    @Test
    void change_statusOfADeletion_isACallersBug() {
        Terms terms = new Terms(new ServiceName("a"), new TermsVersion("1"));
        TermsStamp stamp = new TermsCaller("c", 0).at(Instant.EPOCH);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TermsChange(terms, TermsChange.Action.DELETED, Optional.of(TermsStatus.ACCEPTED), stamp));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TermsChange(terms, TermsChange.Action.CREATED, Optional.empty(), stamp));
        assertThatIllegalArgumentException().isThrownBy(() -> new TermsCaller("c", -1));
    }

    @Test
    void toString_userId_saysNothing() {
        assertThat(new TermsUserId("+12025550100").toString()).doesNotContain("2025550100");
    }
}
