/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Certificates of stations. A signing request is checked and kept before it is accepted; {@link
 * io.ohmnibus.auth.certificate.SigningRound} then has it signed and delivers the certificate, again
 * and again until the station has said what it thinks of it. The certificates that are valid to
 * connect with follow from the table, and are part of the credentials of a station.
 */
@NullMarked
package io.ohmnibus.auth.certificate;

import org.jspecify.annotations.NullMarked;
