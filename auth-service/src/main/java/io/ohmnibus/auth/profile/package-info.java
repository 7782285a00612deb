/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Changes of the security profile of stations (A05): a process of small steps, kept in a table. A
 * step begins when the station has agreed to the one before; the new profile is accepted beside the
 * old one from the moment the station may use it, and the connection that uses it ends the change.
 * Until then nothing that fails costs the connection: the old profile stays second in the station's
 * list, and valid here.
 */
@NullMarked
package io.ohmnibus.auth.profile;

import org.jspecify.annotations.NullMarked;
