package io.github.auraauth.domain.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

    @ParameterizedTest
    @ValueSource(strings = {"a_b", "update_mediasource", "add_timeslot_2", "x_0", "create__a"})
    void parse_actionAndEntity_isAPermission(String text) {
        assertThat(Permission.parse(text)).contains(new Permission(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "_",
                "a_",
                "_a",
                "A_b",
                "a_B",
                "1_a",
                "a b",
                "a-b",
                "a_b_",
                "a_b\n",
                "a_\u00E9",
                "a.add_b",
                "a_b&c_d"
            })
    void parse_anotherForm_isNone(String text) {
        assertThat(Permission.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Permission(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parse_length_isBounded() {
        assertThat(Permission.parse("a_" + "b".repeat(98))).isPresent();
        assertThat(Permission.parse("a_" + "b".repeat(99))).isEmpty();
    }

    @Test
    void all_own_areOverrulingOnes() {
        assertThat(OwnPermissions.all())
                .extracting(each -> each.permission().codeName().replaceFirst("_.*", ""))
                .containsOnly("view", "list", "create", "update", "destroy");
        assertThat(OwnPermissions.all())
                .extracting(DescribedPermission::permission)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host+", "Program Manager", "a b", "\u00E9", "\uD83D\uDE00", "H"})
    void parse_groupName_isTakenAsItIs(String text) {
        assertThat(GroupName.parse(text)).map(GroupName::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a/b", "a\tb", "a\u202Eb", "a\u200Bb", "\uD800", "\uFFFF"})
    void parse_groupNameThatCannotBeSeen_isNone(String text) {
        assertThat(GroupName.parse(text)).isEmpty();
    }
}
