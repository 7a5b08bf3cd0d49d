package io.github.auraauth.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auraauth.fakes.directline.DirectLineMisbehaviour;
import io.github.auraauth.fakes.directline.FakeDirectLine;
import io.github.auraauth.fakes.directline.ScriptedDirectLine;
import io.github.auraauth.fakes.kernel.FakeKernel;
import io.github.auraauth.fakes.kernel.KernelLie;
import io.github.auraauth.fakes.kernel.KernelMisbehaviour;
import io.github.auraauth.fakes.kernel.ScriptedKernel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fakes as they are shipped, for {@code --with-fakes}, are without what lets tests script them. */
class ShippedFakesTest {
    private static final URL SHIPPED = place(FakeKernel.class);

    @ParameterizedTest
    @ValueSource(
            classes = {
                ScriptedKernel.class,
                KernelLie.class,
                KernelMisbehaviour.class,
                ScriptedDirectLine.class,
                DirectLineMisbehaviour.class
            })
    void script_ofTests_isNotBesideTheFakes(Class<?> script) throws IOException {
        assertThat(place(script)).isNotEqualTo(SHIPPED);
        try (URLClassLoader shipped = new URLClassLoader(new URL[] {SHIPPED}, ClassLoader.getPlatformClassLoader())) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> shipped.loadClass(script.getName()));
        }
    }

    @Test
    void fakes_bothOfThem_areInWhatIsShipped() throws Exception {
        try (URLClassLoader shipped = new URLClassLoader(new URL[] {SHIPPED}, ClassLoader.getPlatformClassLoader())) {
            for (Class<?> fake : List.of(FakeKernel.class, FakeDirectLine.class)) {
                assertThat(place(fake)).isEqualTo(SHIPPED);
                assertThat(shipped.getResource(fake.getName().replace('.', '/') + ".class"))
                        .isNotNull();
            }
        }
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
