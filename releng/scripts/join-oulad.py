#!/usr/bin/env python3
"""Joins two files of the Open University Learning Analytics Dataset into one line per registration.

usage: join-oulad.py studentInfo.csv studentRegistration.csv > registrations.csv

The join is on code_module, code_presentation and id_student. Columns: those of studentInfo, then date_registration
and date_unregistration. Every registration must have exactly one partner, else nothing is written.
"""
import csv
import sys

KEY = ("code_module", "code_presentation", "id_student")
ADDED = ("date_registration", "date_unregistration")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_key(rows, path):
    found = {}
    for row in rows:
        key = tuple(row[name] for name in KEY)
        if key in found:
            sys.exit(f"{path}: {KEY} is not unique")
        found[key] = row
    return found


def main(arguments):
    if len(arguments) != 2:
        sys.exit("usage: join-oulad.py studentInfo.csv studentRegistration.csv > registrations.csv")
    info = read(arguments[0])
    registrations = by_key(read(arguments[1]), arguments[1])
    if by_key(info, arguments[0]).keys() != registrations.keys():
        sys.exit("the two files do not hold the same registrations")
    columns = list(info[0]) + list(ADDED)
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    for row in info:
        partner = registrations[tuple(row[name] for name in KEY)]
        writer.writerow(row | {name: partner[name] for name in ADDED})


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    main(sys.argv[1:])
