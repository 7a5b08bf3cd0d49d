package io.github.auraauth.app.architecture;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each package-info says that its package may see, beside what the package imports. */
interface PackageInfoRules {
    Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z]\\w*(?:\\.[a-z]\\w*)*)");

    @ParameterizedTest
    @ValueSource(strings = {"io.github.auraauth.port.out.user.UserStore", "picocli.CommandLine", "org.unknown.Thing"})
    default void each_package_info_allows_what_the_package_imports(String imported) {
        SourceTree.keeps(
                tree -> {
                    Map<String, OurPackage> ours = OurPackage.all(tree);
                    return tree.matching(".*/package-info\\.java").entries().flatMap(file -> {
                        PackageInfo info = PackageInfo.of(file.getKey(), file.getValue());
                        return imports(tree, SourceTree.folderOf(file.getKey()))
                                .filter(name -> !name.equals(
                                        OurPackage.ROOT + info.place().name()))
                                .filter(name -> !allows(info, name, ours))
                                .map(name -> file.getKey() + " does not allow " + name);
                    });
                },
                packageThatMaySee("{@code port.in}, {@code domain.user} and SLF4J", "import " + imported + ";"));
    }

    @Test
    default void each_package_info_names_packages_that_there_are() {
        SourceTree.keeps(
                tree -> {
                    Map<String, OurPackage> ours = OurPackage.all(tree);
                    return tree.matching(".*/package-info\\.java").entries().flatMap(file -> {
                        PackageInfo info = PackageInfo.of(file.getKey(), file.getValue());
                        return info.names()
                                .filter(name -> ours.values().stream()
                                        .noneMatch(each -> info.covers(name, each, ours.keySet())))
                                .map(name -> file.getKey() + " names " + name);
                    });
                },
                packageThatMaySee("{@code answer} and the JDK", ""));
    }

    private static Stream<String> imports(SourceTree tree, String folder) {
        return tree.matching(folder + "/\\w+\\.java")
                .entries()
                .flatMap(file -> IMPORT.matcher(file.getValue()).results())
                .map(found -> found.group(1))
                .distinct();
    }

    private static boolean allows(PackageInfo info, String imported, Map<String, OurPackage> ours) {
        if (!imported.startsWith(OurPackage.ROOT)) {
            return info.allowsLibrary(imported);
        }
        String name = imported.substring(OurPackage.ROOT.length());
        return info.allows(ours.getOrDefault(name, new OurPackage("", name)), ours.keySet());
    }

    private static Map<String, String> packageThatMaySee(String seen, String imports) {
        String folder = "app/src/main/java/io/github/auraauth/app/thing/";
        return Map.of(
                folder + "package-info.java", "/** Things. May see " + seen + ". */\npackage x;",
                folder + "A.java", imports + "\nclass A {}");
    }
}
