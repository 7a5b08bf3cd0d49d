package io.github.auraauth.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.auraauth.adapter.memory.account.LooksThenRemoves;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the kits over adapters that are wrong in the usual ways, and names the tests that must catch them. */
class KitsTurnRedTest {

    @Test
    void userStore_findsThenInserts_isCaught() {
        assertThat(redTestsOf(FindsThenInserts.class))
                .contains(
                        "insert_concurrentlyForOneAuthorization_hasOneWinner()",
                        "insert_concurrentlyForOneAuraId_hasOneWinner()");
    }

    @Test
    void invalidationLog_looksThenPublishes_isCaught() {
        assertThat(redTestsOf(LooksThenPublishes.class))
                .contains(
                        "publish_versionsOfOneWriterAtOnce_leaveTheNewest()",
                        "replaceEpoch_byManyAtOnce_oneDoes()",
                        "forgetWriter_publishedMeanwhile_stays()");
    }

    @Test
    void userCache_throwsWhenItsBackendIsAway_isCaught() {
        assertThat(redTestsOf(ThrowsWhenAway.class))
                .containsExactly("anyCall_backendAway_isAnsweredSoonAndWithoutOutage()");
    }

    @Test
    void userCache_givesAgainWhatIsGone_isCaught() {
        assertThat(redTestsOf(
                        GivesAgainWhatIsGone.class,
                        // each of them waits for as long as the kit does
                        Map.of(
                                "junit.jupiter.execution.parallel.enabled", "true",
                                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")))
                .containsExactlyInAnyOrder(
                        "get_afterTheTimeToLive_isEmptyForThatNameOnly()",
                        "put_againWithAnotherTimeToLive_countsFromTheLastPut()",
                        "evict_twiceOrUnknown_isGoneAndNoOther()");
    }

    @Test
    void userStores_letTheDriverThrow_areCaught() {
        assertThat(redTestsOf(LetsTheDriverThrow.class))
                .containsExactlyInAnyOrder(
                        "anyCall_storeAway_isAnOutageInTime()",
                        "removeOwn_storeAway_isAnOutageInTime()",
                        "find_storeAway_isAnOutageInTime()",
                        "note_storeAway_returnsAndThrowsNothing()");
    }

    @Test
    void revocationMirror_answersAsIfEmptyWhenItsBackendIsAway_isCaught() {
        assertThat(redTestsOf(AnswersWhenAway.class)).containsExactly("mirror_storeAway_isAnOutageInTime()");
    }

    @Test
    void superuserRoster_looksThenRemoves_isCaught() {
        assertThat(redTestsOf(LooksThenRemoves.class))
                .containsExactlyInAnyOrder(
                        "remove_lastTwoAtOnce_leavesOne()", "remove_allByEightAtOnceEach_leavesOne()");
    }

    private static List<String> redTestsOf(Class<?> broken) {
        return redTestsOf(broken, Map.of());
    }

    private static List<String> redTestsOf(Class<?> broken, Map<String, String> parameters) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(broken))
                                .configurationParameters(parameters)
                                .build(),
                        listener);
        return listener.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName())
                .toList();
    }
}
