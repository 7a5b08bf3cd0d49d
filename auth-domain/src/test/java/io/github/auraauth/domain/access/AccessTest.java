package io.github.auraauth.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
    @Test
    void parse_mode_isExact() {
        for (AccessMode mode : AccessMode.values()) {
            assertThat(AccessMode.parse(mode.text())).contains(mode);
        }
        assertThat(AccessMode.parse("R")).isEmpty();
        assertThat(AccessMode.parse("wr")).isEmpty();
        assertThat(AccessMode.parse("")).isEmpty();
    }

    @Test
    void requiredAccess_withoutLevelOrScope_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequiredAccess(Set.of(), "a", AccessMode.READ))
                .withMessageContaining("anyOf");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequiredAccess(Set.of(AccessLevel.PUBLIC), "", AccessMode.READ))
                .withMessageContaining("scope");
    }

    @Test
    void ofPublic_mode_needsOurScope() {
        assertThat(RequiredAccess.ofPublic(AccessMode.WRITE))
                .isEqualTo(new RequiredAccess(Set.of(AccessLevel.PUBLIC), "aura-services", AccessMode.WRITE));
    }
}
