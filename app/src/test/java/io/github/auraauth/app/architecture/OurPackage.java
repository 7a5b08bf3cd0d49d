package io.github.auraauth.app.architecture;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A package of ours.
 *
 * @param name from the layer on
 */
record OurPackage(String module, String name) {
    static final String ROOT = "io.github.auraauth.";

    /** The package that a file is in. */
    static OurPackage of(String path) {
        String name = SourceTree.folderOf(path).replaceFirst(".*/java/", "").replace('/', '.');
        return new OurPackage(SourceTree.moduleOf(path), name.replace(ROOT, ""));
    }

    /** Those with production code, by name. */
    static Map<String, OurPackage> all(SourceTree tree) {
        return tree.matching(SourceRules.MAIN)
                .entries()
                .map(file -> of(file.getKey()))
                .distinct()
                .collect(Collectors.toMap(OurPackage::name, ours -> ours));
    }
}
