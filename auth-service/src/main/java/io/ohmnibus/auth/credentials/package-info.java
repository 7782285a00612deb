/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Credentials of stations: the table is the truth, the compacted topic {@code station.credentials}
 * is its copy for the gateways. A change is published before its transaction commits, so what a
 * caller was told to be registered is at the gateways. When a crash or a failed commit leaves the
 * topic ahead of the table, the question is asked again, or {@link
 * io.ohmnibus.auth.credentials.CredentialsRepair} puts back what the table says.
 */
@NullMarked
package io.ohmnibus.auth.credentials;

import org.jspecify.annotations.NullMarked;
