package io.github.auraauth.app.architecture;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources show. */
interface SourceRules {
    String MAIN = "[a-z-]+/src/main/java/.*\\.java";
    /** Production code that somebody reads from beginning to end; a kit is a list of tests. */
    String READ = "(?!auth-testkit)[a-z-]+/src/main/java/.*\\.java";

    String TESTS = "[a-z-]+/src/test/java/.*\\.java|auth-testkit/src/main/java/.*\\.java";
    int LONGEST_FILE = 200;
    int LONGEST_HALF = 80;

    Pattern TEST_METHOD =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b[^{;]*?\\bvoid (\\w+)\\(");
    Pattern SPECIFICATION = Pattern.compile("[a-z][A-Za-z0-9]*(_[A-Za-z0-9]+){2,}");
    Pattern SKIPPED = Pattern.compile("@(Disabled|Enabled)\\w*|Assumptions?\\.|\\bassum(e|ing)(True|False|That)\\(");
    Pattern IMPLEMENTS = Pattern.compile("\\bclass \\w+[^{]*\\bimplements ([^{]+)\\{");

    /** Type annotations are not seen in class files, therefore here. */
    Pattern NULL = Pattern.compile("\\bNullable\\b|\\breturn null;");

    @Test
    default void no_package_lies_in_two_jars() {
        SourceTree.keeps(
                tree -> tree
                        .matching(MAIN)
                        .entries()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.groupingBy(
                                path -> SourceTree.folderOf(path).replaceFirst(".*/src/main/java/", ""),
                                Collectors.mapping(SourceTree::moduleOf, Collectors.toCollection(TreeSet::new))))
                        .entrySet()
                        .stream()
                        .filter(modules -> modules.getValue().size() > 1)
                        .map(Object::toString),
                Map.of("app/src/main/java/x/A.java", "", "adapter-http/src/main/java/x/B.java", ""));
    }

    @Test
    default void every_package_says_what_it_is_and_what_it_may_see() {
        SourceTree.keeps(
                tree -> tree.matching(MAIN)
                        .entries()
                        .map(file -> SourceTree.folderOf(file.getKey()))
                        .distinct()
                        .filter(folder -> !saysWhatItMaySee(tree.files().get(folder + "/package-info.java"))),
                Map.of("app/src/main/java/x/package-info.java", "/** Things. */\npackage x;"));
    }

    @Test
    default void files_are_what_a_reader_can_hold() {
        SourceTree.keeps(
                tree -> tree.matching(READ)
                        .entries()
                        .filter(file -> file.getValue().lines().count() > LONGEST_FILE)
                        .map(Map.Entry::getKey),
                Map.of("app/src/main/java/x/A.java", "\n".repeat(LONGEST_FILE + 1)));
    }

    @Test
    default void every_other_file_is_shorter_than_eighty_lines() {
        SourceTree.keeps(
                tree -> {
                    long[] lengths = tree.matching(READ)
                            .entries()
                            .mapToLong(file -> file.getValue().lines().count())
                            .sorted()
                            .toArray();
                    long median = lengths[lengths.length / 2];
                    return median > LONGEST_HALF
                            ? Stream.of("half of the files have " + median + " lines")
                            : Stream.of();
                },
                Map.of("app/src/main/java/x/A.java", "\n".repeat(LONGEST_HALF + 1)));
    }

    @Test
    default void only_adapters_without_a_driver_have_no_backend() {
        SourceTree.keeps(
                tree -> tree.matching(TESTS)
                        .entries()
                        .filter(file ->
                                !file.getKey().matches("(auth-testkit|adapter-memory)/.*|app/.*/docs/Map\\w+\\.java"))
                        .filter(file -> SourceTree.code(file.getValue())
                                .matches("(?s).*\\bNoBackend\\b.*|.*\\bBackend\\.NONE\\b.*"))
                        .map(Map.Entry::getKey),
                Map.of(
                        "adapter-mongo/src/test/java/x/AStoreTest.java",
                                "class AStoreTest implements Kit, NoBackend {}",
                        "adapter-redis/src/test/java/x/ACacheTest.java", "return Backend.NONE;"));
    }

    @Test
    default void tests_are_named_method_condition_outcome() {
        SourceTree.keeps(
                tree -> tree.matching(TESTS)
                        .entries()
                        .flatMap(file -> TEST_METHOD
                                .matcher(file.getValue())
                                .results()
                                .map(found -> found.group(1))
                                .filter(name -> !SPECIFICATION.matcher(name).matches())
                                .map(name -> file.getKey() + " " + name)),
                Map.of("app/src/test/java/x/ATest.java", "@Test\n void testInsert() {}"));
    }

    @Test
    default void no_test_is_skipped_in_silence() {
        SourceTree.keeps(
                tree -> tree.matching(TESTS)
                        .entries()
                        .flatMap(file -> SKIPPED.matcher(file.getValue())
                                .results()
                                .map(found -> file.getKey() + " " + found.group())),
                Map.of("app/src/test/java/x/ATest.java", "@DisabledOnOs @Test\n void insert_taken_conflicts() {}"));
    }

    @Test
    default void every_adapter_passes_the_kits_of_its_ports() {
        SourceTree.keeps(
                tree -> {
                    Set<String> ports = tree.matching(".*/port/out/\\w+/[A-Z]\\w+\\.java")
                            .entries()
                            .map(file -> file.getKey().replaceFirst(".*/(\\w+)\\.java", "$1"))
                            .collect(Collectors.toSet());
                    return tree.matching("adapter-[a-z]+/src/main/java/.*")
                            .entries()
                            .flatMap(file -> IMPLEMENTS
                                    .matcher(file.getValue())
                                    .results()
                                    .flatMap(SourceRules::interfaces)
                                    .filter(ports::contains)
                                    .filter(port -> !hasKitTest(tree, SourceTree.moduleOf(file.getKey()), port))
                                    .map(port -> file.getKey() + " has no test of " + port + "Contract"));
                },
                Map.of(
                        "auth-ports/src/main/java/x/port/out/user/UserStore.java", "",
                        "adapter-mongo/src/main/java/x/A.java", "class A implements UserStore {}"));
    }

    @Test
    default void no_null_goes_in_or_out_of_a_port() {
        SourceTree.keeps(
                tree -> tree.matching("auth-(domain|ports|usecases)/src/main/java/.*")
                        .entries()
                        .flatMap(file -> NULL.matcher(file.getValue())
                                .results()
                                .map(found -> file.getKey() + " " + found.group())),
                Map.of("auth-ports/src/main/java/x/A.java", "@Nullable String name();"));
    }

    private static boolean saysWhatItMaySee(String packageInfo) {
        return packageInfo != null
                && packageInfo.replaceAll("\\s+\\*?\\s*", " ").matches("(?s)/\\*\\* .+[.;] .*[Mm]ay see .+\\..*");
    }

    private static Stream<String> interfaces(MatchResult declaration) {
        return Arrays.stream(declaration.group(1).split(","))
                .map(name -> name.replaceAll("<.*", "").strip());
    }

    private static boolean hasKitTest(SourceTree tree, String module, String port) {
        return tree.matching(module + "/src/test/java/.*")
                .entries()
                .anyMatch(file ->
                        file.getValue().matches("(?s).*\\b(implements|extends)\\b[^{]*\\b" + port + "Contract\\b.*"));
    }
}
