/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.bulk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import of stations.
 *
 * @param imported how many are new
 * @param updated how many were known and are put elsewhere, or have other notes
 * @param known how many were known already
 * @param errors the lines that were not taken, or not wholly
 * @param generated the passwords that were generated; they cannot be read again
 */
record ImportReport(
        int imported,
        int updated,
        int known,
        List<ImportedLine> errors,
        List<ImportedLine> generated) {

    /**
     * What became of a line.
     *
     * @param line in the file; in JSON the number of the item
     * @param status registered, updated, known or failed
     * @param password the one that was generated; it cannot be read again
     */
    record ImportedLine(
            long line,
            String stationId,
            String status,
            @Nullable String password,
            @Nullable String message) {

        /** Without the password. */
        @Override
        public String toString() {
            return "ImportedLine[" + line + ", " + stationId + ", " + status + "]";
        }
    }

    static ImportReport of(List<ImportedLine> lines) {
        int imported = 0;
        int updated = 0;
        int known = 0;
        List<ImportedLine> errors = new ArrayList<>();
        List<ImportedLine> generated = new ArrayList<>();
        for (ImportedLine line : lines) {
            switch (line.status()) {
                case "registered" -> imported++;
                case "updated" -> updated++;
                case "known" -> known++;
                default -> errors.add(line);
            }
            if (line.status().equals("registered") && line.message() != null) {
                errors.add(line);
            }
            if (line.password() != null) {
                generated.add(line);
            }
        }
        return new ImportReport(imported, updated, known, errors, generated);
    }
}
