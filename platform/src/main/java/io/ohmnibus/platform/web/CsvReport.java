/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import java.util.List;

/**
 * What became of an import.
 *
 * @param imported how many lines were taken
 * @param errors the lines that were not, and why
 */
public record CsvReport(int imported, List<LineError> errors) {

    /** One line that was not taken; the header is line 1. */
    public record LineError(long line, String message) {}

    public CsvReport {
        errors = List.copyOf(errors);
    }
}
