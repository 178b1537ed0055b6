package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.forms.Submission;
import org.alur.legalaid.PovertyProof;

/**
 * Which papers a request for legal aid came with.
 *
 * @param proof of poverty, if it is there
 */
record LegalAidPapers(boolean identity, Optional<PovertyProof> proof, boolean ofTheCase) {

  static LegalAidPapers of(Submission said) {
    return new LegalAidPapers(
        !said.texts("identityPapers").isEmpty(),
        said.findText("povertyProof")
            .filter(proof -> !proof.equals("NONE"))
            .map(PovertyProof::valueOf),
        !said.text("casePapers").equals("MISSING"));
  }

  boolean areComplete() {
    return identity && proof.isPresent() && ofTheCase;
  }

  /** What the forms that ask for the rest refer to. */
  Map<String, Object> missing() {
    Map<String, Object> missing = new LinkedHashMap<>();
    missing.put("identityMissing", !identity);
    missing.put("povertyProofMissing", proof.isEmpty());
    missing.put("casePapersMissing", !ofTheCase);
    missing.put(
        "missing",
        Stream.of(
                identity ? "" : "identity",
                proof.isPresent() ? "" : "proof of poverty",
                ofTheCase ? "" : "papers of the case")
            .filter(paper -> !paper.isEmpty())
            .collect(Collectors.joining(", ")));
    return missing;
  }
}
