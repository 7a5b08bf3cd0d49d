package io.github.auraauth.domain.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {
    private static final Permission ADD = new Permission("add_thing");
    private static final Permission VIEW = new Permission("view_thing");

    private static final Rights BOTH = new Rights(false, false, Set.of(ADD, VIEW));
    private static final Rights ONE = new Rights(false, false, Set.of(ADD));
    private static final Rights STAFF = new Rights(false, true, Set.of(ADD));

    @Test
    void cover_fewerOrTheSame_isTrue() {
        for (Rights rights : List.of(Rights.NONE, ONE, STAFF, BOTH, Rights.ALL)) {
            assertThat(rights.cover(rights)).as("%s", rights).isTrue();
            assertThat(rights.cover(Rights.NONE)).as("%s", rights).isTrue();
            assertThat(Rights.ALL.cover(rights)).as("%s", rights).isTrue();
        }
        assertThat(BOTH.cover(ONE)).isTrue();
        assertThat(STAFF.cover(ONE)).isTrue();
    }

    @Test
    void cover_anythingMore_isFalse() {
        assertThat(ONE.cover(BOTH)).isFalse();
        assertThat(ONE.cover(STAFF)).isFalse();
        assertThat(Rights.NONE.cover(ONE)).isFalse();
        assertThat(STAFF.cover(BOTH)).isFalse();
    }

    @Test
    void cover_superuserByAnybodyElse_isFalseWhateverTheyHold() {
        var holdsMuch = new Rights(false, true, Set.of(ADD, VIEW));
        assertThat(holdsMuch.cover(Rights.ALL)).isFalse();
        assertThat(holdsMuch.cover(new Rights(true, false, Set.of()))).isFalse();
    }

    @Test
    void has_superuser_holdsWhatNobodyNamedYet() {
        assertThat(Rights.ALL.has(new Permission("list_future"))).isTrue();
        assertThat(Rights.ALL.hasAll(Set.of(ADD, VIEW))).isTrue();
        assertThat(ONE.has(VIEW)).isFalse();
        assertThat(ONE.hasAll(Set.of(ADD, VIEW))).isFalse();
        assertThat(ONE.hasAll(Set.of())).isTrue();
    }

    @Test
    void restrictedTo_carried_isNoMoreThanIsHeldAndNeverAll() {
        assertThat(ONE.restrictedTo(Set.of(ADD, VIEW))).isEqualTo(ONE);
        assertThat(STAFF.restrictedTo(Set.of(VIEW))).isEqualTo(Rights.NONE);
        assertThat(Rights.ALL.restrictedTo(Set.of(ADD))).isEqualTo(ONE);
        assertThat(Rights.ALL.restrictedTo(Set.of())).isEqualTo(Rights.NONE);
    }

    @Test
    void among_known_areAllOfASuperuserAndElseTheHeld() {
        assertThat(Rights.ALL.among(Set.of(VIEW, ADD))).containsExactly(ADD, VIEW);
        assertThat(ONE.among(Set.of(VIEW))).containsExactly(ADD);
    }
}
