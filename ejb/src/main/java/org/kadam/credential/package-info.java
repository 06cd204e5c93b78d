/**
 * Certificates of courses. Comes in: what a worker has finished, from learning, and what a course
 * is made of, from course, when she asks for her certificates ({@link
 * org.kadam.credential.boundary.ShowCertificates}). Goes out: pages to print, and the public page
 * on which anybody who has the code can check one ({@link
 * org.kadam.credential.boundary.CheckCertificate}). Never a level, and nothing about how well.
 */
package org.kadam.credential;
