package io.github.auraauth.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A root package with our layers below it: the real one, or the small broken one of the fixtures. A rule is written
 * once for any house, so what catches a fixture is what guards the real one.
 */
record House(String root) {
    private static final House REAL = new House("io.github.auraauth");
    private static final House BROKEN = new House(House.class.getPackageName() + ".fixtures");

    /** The packages of a layer and below, as ArchUnit writes them; several layers may be given. */
    String[] in(String... layers) {
        return Arrays.stream(layers).map(layer -> root + "." + layer + "..").toArray(String[]::new);
    }

    /** The same together with packages that are none of ours. */
    String[] in(List<String> layers, List<String> others) {
        String[] ours = in(layers.toArray(String[]::new));
        String[] all = Arrays.copyOf(ours, ours.length + others.size());
        System.arraycopy(others.toArray(String[]::new), 0, all, ours.length, others.size());
        return all;
    }

    /** Shows that the rule names every offender of the broken house, then that the real house keeps it. */
    static void keeps(Function<House, ArchRule> rule, Class<?>... offenders) {
        List<String> caught =
                rule.apply(BROKEN).evaluate(Imported.BROKEN).getFailureReport().getDetails();
        for (Class<?> offender : offenders) {
            assertThat(caught).as("what the rule catches").anyMatch(detail -> detail.contains(offender.getName()));
        }
        rule.apply(REAL).check(Imported.REAL);
    }

    /** Read once: the real classes of all modules without anybody's tests, and the fixtures. */
    private static final class Imported {
        static final JavaClasses REAL = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
                .importPackages(House.REAL.root);
        static final JavaClasses BROKEN = new ClassFileImporter().importPackages(House.BROKEN.root);
    }
}
