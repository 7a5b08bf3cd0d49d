package io.github.auraauth.app.architecture;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The few things of a POM that the rules look at. */
record Pom(Document document) {

    static Pom parse(String xml) {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml))));
        } catch (Exception e) {
            throw new IllegalArgumentException("not a POM", e);
        }
    }

    /** The modules of the default build. */
    List<String> modules() {
        return elements("module")
                .filter(element -> isBelow(element, "project", "modules"))
                .map(Element::getTextContent)
                .toList();
    }

    /** Every groupId anywhere in it: of dependencies, plugins and annotation processors. */
    Stream<String> groups() {
        return texts("groupId");
    }

    /** The module's own dependencies that its jar needs: not those of tests, not provided ones. */
    Stream<Dependency> needed() {
        return elements("dependency")
                .filter(element -> isBelow(element, "project", "dependencies"))
                .map(element -> new Dependency(
                        text(element, "artifactId", ""),
                        text(element, "type", "jar"),
                        text(element, "scope", "compile")))
                .filter(dependency -> !List.of("test", "provided").contains(dependency.scope()));
    }

    record Dependency(String artifact, String type, String scope) {}

    private Stream<Element> elements(String name) {
        var nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    private Stream<String> texts(String name) {
        return elements(name).map(Element::getTextContent);
    }

    private static boolean isBelow(Node node, String grandparent, String parent) {
        return node.getParentNode().getNodeName().equals(parent)
                && node.getParentNode().getParentNode().getNodeName().equals(grandparent);
    }

    private static String text(Element element, String child, String otherwise) {
        var nodes = element.getElementsByTagName(child);
        return nodes.getLength() == 0 ? otherwise : nodes.item(0).getTextContent();
    }
}
