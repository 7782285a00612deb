/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * OCPP-J (Part 4): frames and payloads between bytes and records, checked as they are read.
 *
 * <p>Each record class has one {@link io.ohmnibus.ocpp.codec.RecordPlan} per version, built from
 * its components and their constraints when it is first needed. The plan reads tokens straight into
 * the record: names, types, presence and constraints are checked in the same pass, and what is
 * wrong surfaces as a {@link io.ohmnibus.ocpp.codec.Violation} that collects the JSON path on its
 * way out. The same plan writes the record, with the same checks. Plans are immutable and shared.
 */
@NullMarked
package io.ohmnibus.ocpp.codec;

import org.jspecify.annotations.NullMarked;
