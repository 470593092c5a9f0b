#!/usr/bin/env python3
"""Invents registrations at an institute that trains education executives: nobody in them exists.

usage: invent-registrations.py > inscriptions-institut.csv

Always the same file: one fixed seed, and of Python's generator only random(), whose sequence is stable across
versions. 3,200 invented persons, 5,000 registrations. What somebody did before leads to some modules more than to
others, distant sessions are missed a little more often, and satisfaction depends slightly on the modality.
"""
import datetime
import random
import sys

SEED = 20260105
PERSONS = 3_200
REGISTRATIONS = 5_000
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

# The 30 académies with a rough weight of their size.
ACADEMIES = {
    "Paris": 4, "Aix-Marseille": 5, "Besançon": 2, "Bordeaux": 6, "Clermont-Ferrand": 2, "Dijon": 3, "Grenoble": 6,
    "Lille": 7, "Lyon": 6, "Montpellier": 5, "Nancy-Metz": 4, "Poitiers": 4, "Rennes": 5, "Strasbourg": 3,
    "Toulouse": 5, "Nantes": 6, "Orléans-Tours": 4, "Reims": 2, "Amiens": 3, "Limoges": 1, "Nice": 4, "Créteil": 8,
    "Versailles": 10, "Corse": 0.6, "La Réunion": 2, "Martinique": 0.9, "Guadeloupe": 1, "Guyane": 0.8,
    "Mayotte": 0.7, "Normandie": 6,
}

# What somebody did before, its weight, and the corps it leads to.
FONCTIONS = {
    "Enseignant du second degré": (30, {"Personnel de direction": 7, "IA-IPR": 2, "IEN": 1}),
    "Enseignant du premier degré": (10, {"Personnel de direction": 4, "IEN": 6}),
    "Conseiller principal d'éducation": (18, {"Personnel de direction": 9, "IEN": 1}),
    "Directeur d'école": (9, {"Personnel de direction": 5, "IEN": 5}),
    "Conseiller pédagogique": (6, {"IEN": 9, "Personnel de direction": 1}),
    "Formateur académique": (5, {"IA-IPR": 6, "IEN": 3, "Personnel de direction": 1}),
    "Psychologue de l'éducation nationale": (4, {"Directeur de CIO": 7, "Personnel de direction": 3}),
    "Gestionnaire d'établissement": (8, {"Attaché d'administration": 6, "Secrétaire général d'EPLE": 4}),
    "Cadre d'une autre administration": (6, {"Attaché d'administration": 6, "Personnel de direction": 4}),
    "Cadre du secteur privé": (4, {"Attaché d'administration": 5, "Personnel de direction": 5}),
}

# Modules with their theme.
MODULES = {
    "Piloter un établissement": "pilotage",
    "Construire un projet d'établissement": "pilotage",
    "Conduire une auto-évaluation": "pilotage",
    "Conduire le changement": "pilotage",
    "Management des équipes": "equipes",
    "Conduire un entretien professionnel": "equipes",
    "Prévenir les risques psychosociaux": "equipes",
    "Animer une réunion": "equipes",
    "Gestion de crise": "climat",
    "Climat scolaire": "climat",
    "Lutte contre le harcèlement": "climat",
    "Laïcité et valeurs de la République": "climat",
    "Gestion budgétaire": "gestion",
    "Achat public": "gestion",
    "Responsabilité juridique du cadre": "gestion",
    "Gestion des ressources humaines": "gestion",
    "Pilotage pédagogique": "pedagogie",
    "Observation de séances": "pedagogie",
    "Évaluer les élèves": "pedagogie",
    "École inclusive": "pedagogie",
    "Orientation et parcours des élèves": "orientation",
    "Partenariat école-entreprise": "orientation",
    "Stratégie numérique": "numerique",
    "Données et protection des personnes": "numerique",
}

# How much more than others a former function leads to a theme.
PENCHANTS = {
    "Enseignant du second degré": {"pedagogie": 1.6, "pilotage": 1.4},
    "Enseignant du premier degré": {"pedagogie": 2.2, "equipes": 1.3},
    "Conseiller principal d'éducation": {"climat": 2.6, "equipes": 1.3, "gestion": 0.7},
    "Directeur d'école": {"equipes": 1.8, "pilotage": 1.5},
    "Conseiller pédagogique": {"pedagogie": 2.6, "gestion": 0.5},
    "Formateur académique": {"pedagogie": 1.9, "numerique": 1.9},
    "Psychologue de l'éducation nationale": {"orientation": 3.5, "climat": 1.4, "gestion": 0.4},
    "Gestionnaire d'établissement": {"gestion": 3.2, "pedagogie": 0.3},
    "Cadre d'une autre administration": {"gestion": 2.2, "pilotage": 1.3, "pedagogie": 0.5},
    "Cadre du secteur privé": {"gestion": 1.8, "orientation": 1.8, "numerique": 1.5, "pedagogie": 0.6},
}

SESSIONS = {
    "Printemps 2024": datetime.date(2024, 3, 18),
    "Automne 2024": datetime.date(2024, 10, 7),
    "Printemps 2025": datetime.date(2025, 3, 17),
    "Automne 2025": datetime.date(2025, 10, 6),
}

MODALITES = {"présentiel": 5, "distanciel": 3, "hybride": 2}
PRESENCES = {
    "présentiel": {"présent": 90, "absent": 5, "excusé": 5},
    "distanciel": {"présent": 82, "absent": 13, "excusé": 5},
    "hybride": {"présent": 86, "absent": 9, "excusé": 5},
}
SATISFACTION = {"présentiel": 4.1, "distanciel": 3.7, "hybride": 3.9}
ANSWERS = 0.85

COLUMNS = ("identifiant", "academie", "corps", "fonction_anterieure", "module", "session", "modalite",
           "date_inscription", "statut", "satisfaction")


class Inventor:
    def __init__(self, seed):
        self.random = random.Random(seed).random
        self.known = set()

    def one_of(self, weights):
        point = self.random() * sum(weights.values())
        for value, weight in weights.items():
            point -= weight
            if point < 0:
                return value
        return value

    def number(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def identifier(self):
        while True:
            found = "INV-" + "".join(ALPHABET[self.number(0, len(ALPHABET) - 1)] for _ in range(12))
            if found not in self.known:
                self.known.add(found)
                return found

    def person(self):
        function = self.one_of({name: weight for name, (weight, _) in FONCTIONS.items()})
        return self.identifier(), self.one_of(ACADEMIES), self.one_of(FONCTIONS[function][1]), function

    def choice(self, function):
        penchant = PENCHANTS[function]
        module = self.one_of({name: penchant.get(theme, 1) for name, theme in MODULES.items()})
        return module, self.one_of(dict.fromkeys(SESSIONS, 1))

    def satisfaction(self, modality):
        spread = (self.random() + self.random() + self.random() - 1.5) * 1.6
        halves = min(10, max(2, round((SATISFACTION[modality] + spread) * 2)))
        return f"{halves / 2:.1f}".replace(".", ",")

    def registration(self, person, module, session):
        day = SESSIONS[session] - datetime.timedelta(days=self.number(7, 120))
        modality = self.one_of(MODALITES)
        status = self.one_of(PRESENCES[modality])
        answered = status == "présent" and self.random() < ANSWERS
        rating = self.satisfaction(modality) if answered else ""
        return day, (*person, module, session, modality, day.strftime("%d/%m/%Y"), status, rating)


def main():
    inventor = Inventor(SEED)
    persons = [inventor.person() for _ in range(PERSONS)]
    taken = set()
    rows = []
    while len(rows) < REGISTRATIONS:
        # everybody once, then whoever comes back
        person = persons[len(rows)] if len(rows) < PERSONS else persons[inventor.number(0, PERSONS - 1)]
        module, session = inventor.choice(person[3])
        if (person[0], module) in taken:
            continue
        taken.add((person[0], module))
        rows.append(inventor.registration(person, module, session))
    rows.sort(key=lambda row: (row[0], row[1]))
    print(";".join(COLUMNS))
    for _, fields in rows:
        print(";".join(fields))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
