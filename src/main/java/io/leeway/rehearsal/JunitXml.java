package io.leeway.rehearsal;

import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What came of scripts in the form that build servers read: a {@code testsuite} a file, a {@code testcase} a scenario. */
public final class JunitXml {
    private final XMLStreamWriter out;

    private JunitXml(XMLStreamWriter out) {
        this.out = out;
    }

    /** Writes it all. */
    public static void write(List<Suite> suites, Writer to) {
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(to);
            new JunitXml(out).suites(suites);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing JUnit XML", e);
        }
    }

    private void suites(List<Suite> suites) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("testsuites");
        for (Suite suite : suites) {
            suite(suite);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void suite(Suite suite) throws XMLStreamException {
        long failures = suite.outcomes().stream()
                .filter(outcome -> !outcome.asClaimed())
                .count();
        out.writeStartElement("testsuite");
        out.writeAttribute("name", suite.name());
        out.writeAttribute("tests", Integer.toString(suite.outcomes().size()));
        out.writeAttribute("failures", Long.toString(failures));
        for (Rehearsal.Outcome outcome : suite.outcomes()) {
            testcase(suite.name(), outcome);
        }
        out.writeEndElement();
    }

    private void testcase(String suite, Rehearsal.Outcome outcome) throws XMLStreamException {
        out.writeStartElement("testcase");
        out.writeAttribute("classname", suite);
        out.writeAttribute("name", outcome.scenario().name());
        if (!outcome.asClaimed()) {
            out.writeStartElement("failure");
            out.writeAttribute(
                    "message",
                    outcome.differences().get(0).sentence().lines().findFirst().orElse(""));
            out.writeCharacters(
                    outcome.differences().stream().map(Difference::toString).collect(Collectors.joining("\n")));
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    /** What came of one file. */
    public record Suite(String name, List<Rehearsal.Outcome> outcomes) {
        public Suite {
            outcomes = List.copyOf(outcomes);
        }
    }
}
