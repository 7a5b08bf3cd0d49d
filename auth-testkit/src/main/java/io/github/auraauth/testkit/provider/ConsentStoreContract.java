package io.github.auraauth.testkit.provider;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.client.SampleClients.clientId;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.internal.PortCalls.spoil;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.port.out.provider.ConsentStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ConsentStore}. An adapter's test implements it: {@code consents()} gives one that holds nothing when
 * a test begins, always over the same consents.
 */
public interface ConsentStoreContract extends OutageContract {
    /** When the kit's people agree. */
    Instant GIVEN = Instant.parse("2030-01-02T12:00:00.123Z");

    /** The port under test. */
    ConsentStore consents();

    @Test
    default void find_neverGiven_isEmpty() {
        assertThat(consents().find(id(1), clientId(1), soon())).isEmpty();
        assertThat(consents().ofAccount(id(1), soon())).isEmpty();
    }

    @Test
    default void find_given_givesAllOfItToTheMillisecond() {
        Consent consent = new Consent(id(1), clientId(1), Set.of("openid", "email"), GIVEN.plusNanos(999_999));
        consents().add(consent, soon());
        assertThat(consents().find(id(1), clientId(1), soon())).contains(consent);
        assertThat(consents().find(id(1), clientId(2), soon())).isEmpty();
        assertThat(consents().find(id(2), clientId(1), soon())).isEmpty();
    }

    @Test
    default void find_oddScopesAndLongestClient_givesThemAsTheyAre() {
        var odd = new Consent(
                id(1), new ClientId("$.".repeat(ClientId.LONGEST / 2)), Set.copyOf(EdgeCaseTexts.all()), GIVEN);
        var none = new Consent(id(1), clientId(1), Set.of(), GIVEN);
        consents().add(odd, soon());
        consents().add(none, soon());
        assertThat(consents().find(id(1), odd.client(), soon())).contains(odd);
        assertThat(consents().find(id(1), clientId(1), soon())).contains(none);
    }

    @Test
    default void add_again_addsScopesAndNotesTheLastTime() {
        give(1, 1, "openid", "email");
        consents().add(new Consent(id(1), clientId(1), Set.of("email", "profile"), GIVEN.plusSeconds(60)), soon());
        give(1, 1, "openid");
        assertThat(consents().find(id(1), clientId(1), soon()))
                .contains(new Consent(id(1), clientId(1), Set.of("openid", "email", "profile"), GIVEN.plusSeconds(60)));
    }

    @Test
    default void add_manyAtOnce_losesNone() {
        Set<String> all = new HashSet<>(Race.of(i -> {
            give(1, 1, "fake-scope-" + i);
            return "fake-scope-" + i;
        }));
        assertThat(consents().find(id(1), clientId(1), soon())).contains(new Consent(id(1), clientId(1), all, GIVEN));
    }

    @Test
    default void ofAccount_severalClients_givesItsOwnByRisingClient() {
        Consent second = give(1, 2, "openid");
        Consent third = give(1, 3, "openid");
        Consent first = give(1, 1, "openid");
        give(2, 1, "openid");
        assertThat(consents().ofAccount(id(1), soon())).containsExactly(first, second, third);
        spoil(consents().ofAccount(id(1), soon()));
        assertThat(consents().ofAccount(id(1), soon())).hasSize(3);
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        give(1, 1, "openid");
        Consent other = give(1, 2, "openid");
        Consent ofAnother = give(2, 1, "openid");
        assertThat(consents().delete(id(1), clientId(1), soon())).isTrue();
        assertThat(consents().delete(id(1), clientId(1), soon())).isFalse();
        assertThat(consents().ofAccount(id(1), soon())).containsExactly(other);
        assertThat(consents().ofAccount(id(2), soon())).containsExactly(ofAnother);
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        give(1, 1, "openid");
        assertThat(Race.of(i -> consents().delete(id(1), clientId(1), soon()))).containsOnlyOnce(true);
    }

    @Test
    default void add_afterDelete_holdsTheNewScopesOnly() {
        give(1, 1, "openid", "email");
        consents().delete(id(1), clientId(1), soon());
        Consent anew = give(1, 1, "openid");
        assertThat(consents().find(id(1), clientId(1), soon())).contains(anew);
    }

    @Test
    default void deleteAll_ofOneAccount_leavesThoseOfOthers() {
        give(1, 1, "openid");
        give(1, 2, "openid");
        Consent other = give(2, 1, "openid");
        consents().deleteAll(id(1), soon());
        consents().deleteAll(id(1), soon());
        assertThat(consents().ofAccount(id(1), soon())).isEmpty();
        assertThat(consents().ofAccount(id(2), soon())).containsExactly(other);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        var consent = new Consent(id(1), clientId(1), Set.of(), GIVEN);
        assertNullIsRefused("consent", () -> consents().add(nothing(), soon()));
        assertNullIsRefused("deadline", () -> consents().add(consent, nothing()));
        assertNullIsRefused("account", () -> consents().find(nothing(), clientId(1), soon()));
        assertNullIsRefused("client", () -> consents().find(id(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> consents().find(id(1), clientId(1), nothing()));
        assertNullIsRefused("account", () -> consents().ofAccount(nothing(), soon()));
        assertNullIsRefused("deadline", () -> consents().ofAccount(id(1), nothing()));
        assertNullIsRefused("account", () -> consents().delete(nothing(), clientId(1), soon()));
        assertNullIsRefused("client", () -> consents().delete(id(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> consents().delete(id(1), clientId(1), nothing()));
        assertNullIsRefused("account", () -> consents().deleteAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> consents().deleteAll(id(1), nothing()));
        assertThat(consents().ofAccount(id(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> consents().add(new Consent(id(1), clientId(1), Set.of(), GIVEN), passed()));
        assertOutage(() -> consents().find(id(1), clientId(1), passed()));
        assertOutage(() -> consents().ofAccount(id(1), passed()));
        assertOutage(() -> consents().delete(id(1), clientId(1), passed()));
        assertOutage(() -> consents().deleteAll(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(ConsentStore.class, this::consents)
                .fails((store, deadline) -> store.add(new Consent(id(1), clientId(1), Set.of(), GIVEN), deadline))
                .fails((store, deadline) -> store.find(id(1), clientId(1), deadline))
                .fails((store, deadline) -> store.ofAccount(id(1), deadline))
                .fails((store, deadline) -> store.delete(id(1), clientId(1), deadline))
                .fails((store, deadline) -> store.deleteAll(id(1), deadline))
                .whenAway(this);
    }

    private Consent give(int account, int client, String... scopes) {
        var consent = new Consent(id(account), clientId(client), Set.of(scopes), GIVEN);
        consents().add(consent, soon());
        return consent;
    }
}
