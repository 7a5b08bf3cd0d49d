package io.github.auraauth.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {
    private static final String README = """
            Text with `a <- b`.

            ```sh
            ./aura run
            ```

            Text with an arrow <- outside of code.

            ```
            core  <-  ports  <-  flows       <-  app
                             <-  web | store <-  app
                             <-  client  <-  other | third  <-  app
                             <-  kit
            disk  <-  app        fakes  <-  app
            ```
            """;

    @Test
    void of_aPicture_readsEveryArrow() {
        assertThat(ModuleArrows.of(README).needed())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("core", Set.of()),
                        Map.entry("ports", Set.of("core")),
                        Map.entry("flows", Set.of("ports")),
                        Map.entry("web", Set.of("ports")),
                        Map.entry("store", Set.of("ports")),
                        Map.entry("client", Set.of("ports")),
                        Map.entry("other", Set.of("client")),
                        Map.entry("third", Set.of("client")),
                        Map.entry("kit", Set.of("ports")),
                        Map.entry("disk", Set.of()),
                        Map.entry("fakes", Set.of()),
                        Map.entry("app", Set.of("flows", "web", "store", "other", "third", "disk", "fakes"))));
    }

    @Test
    void visibleTo_aModule_isWhereArrowsLeadAndOnFromThere() {
        assertThat(ModuleArrows.of(README).visibleTo("third")).containsExactlyInAnyOrder("client", "ports", "core");
        assertThat(ModuleArrows.of(README).visibleTo("unknown")).isEmpty();
    }

    @Test
    void of_noPicture_isRefused() {
        assertThatThrownBy(() -> ModuleArrows.of("```sh\nls\n```\n")).isInstanceOf(IllegalArgumentException.class);
    }
}
