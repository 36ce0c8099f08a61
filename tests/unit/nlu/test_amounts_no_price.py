"""Numbers that are no price: other units, names, references, dates, codes, quantities and plain words."""

import pytest

from app.nlu.amounts import read_amounts

UNITS = """
tele de 55 pulgadas
monitor de 27"
monitor de 27''
pantalla de 6,5 pulgadas
notebook de 15,6
256 GB
celu con 128gb
mínimo 8 gb
sobre 16 gb
más de 5000 mah
powerbank de 20.000 mAh
powerbank de 20 mil mah
120 Hz
monitor 144hz
más de 120 hz
10 kg
menos de 2 kilos
entre 10 y 12 kilos
soporte hasta 150kg
refri de 500 litros
freidora 5l
1500 watts
taladro de 20 v
8000 BTU
12 mil btu
4K
tv de 4k
hasta 8k
1080p
graba en 5.3k
luz de 6500k
a 60 fps
cámara de 50 mp
16 millones de colores
3 hojas
2 puertas
hasta 300 metros
tira led de 5 m
cable hdmi 5M
cable de 1.5m
100 mbps
set de 144 hilos
un peso máximo de 100 kg
soporta un peso de hasta 120
teclado 60%
20 por ciento
al cincuenta por ciento
de sesenta por sesenta
140x190
1920 x 1080
pantalla 16:9
24 meses
en 12 cuotas
cuotas de 30 lucas
garantía de 2 años
por 2 años
más de 8 horas de batería
bajo consumo
con 16 de ram
512 de almacenamiento
2 palos de golf
palo selfie
un palo para selfie
"""
NAMES = """
iPhone 13
Galaxy A54
RTX 4060
rtx 4060 ti de 16
ps5
redmi note 13
poco x5 pro
moto g84
air fryer HD9650
sony wh-1000
wh-1000xm4
ryzen 5 7600
i5-13400
i7 13700
sobre el iphone 15
bajo el modelo 3000
kindle 11
windows 11
fifa 24
router ax 3000
impresora l 3250
deskjet 2775
galaxy s23 ultra 256
air max 90
iphone 15 pro max 256
macbook air m2 de 13
"""
REFERENCES = """
el 2
entre el 1 y el 3
compara el 1 con el 2
el 1, el 2 y el 3
los 3 mejores
top 10
el de 55
con el 2
"""
DATES_AND_CODES = """
de 2023
del 2024
desde 2020
hasta 2025
a las 8
hasta las 10
desde las 9 hasta las 18
a las 15:30
25/12/2024
12-05-2024
24/7
+56 9 1234 5678
+56912345678
912345678
menos de 9999999999999 pesos
hasta 5000 millones
mi rut es 12.345.678-9
pedido 123450
boleta n° 45000
código 20300
calle arturo prat 1250
"""
QUANTITIES = """
quiero 2 teles
quiero 20 sillas
tengo 2 hijos
tengo 25 años
tengo 30 alumnos
tengo 16
cocina con 3 quemadores
para 4 personas
hasta 10 personas
hasta 10 o 12 personas
por 30 días
$0
de 2 a 3 personas
de 10 a 12 años
de 18 a 24 meses
más de 100 canciones
menos de 300 notebooks
más de 50 programas
cama de 1 plaza y media
mesa para 6
con 2 controles
con 512
con 256
mínimo 16
mínimo 256
de 128
ssd 480
unos 12 años
talla 42
talla entre 40 y 42
entre 16 y 32
que pese entre 60 y 80
entre 8 y 10
50 mil horas
1
300
quinientos
1500
"""
WORDS = """
mil gracias
un millón de gracias
gracias mil
medio millón de descargas
te lo dije mil veces
mil disculpas
estoy a mil
ni por mil
mi amigo luca
iphone para luca
lucas se llama mi hijo
una tele
unos audífonos
unas zapatillas
lo siento
cuarto de hora
2 sillones
sobre todo que dure
hasta luego
más o menos bueno
como un notebook
entre samsung y lg
entre los dos cuál
desde ayer
el peso
en palo alto
no más
hola
👨‍👩‍👧‍👦
"""


@pytest.mark.parametrize(
    "texto",
    [line for table in (UNITS, NAMES, REFERENCES, DATES_AND_CODES, QUANTITIES, WORDS) for line in table.split("\n")],
)
def test_no_price(texto: str) -> None:
    """No price is seen where the person named none, sure or not."""
    assert read_amounts(texto) == ()


@pytest.mark.parametrize("texto", ["busco {}", "{} por favor", "hola, {}?", "y {} en negro"])
@pytest.mark.parametrize("number", ["55 pulgadas", "256 GB", "120 Hz", "talla 42", "10 kg", "iPhone 13", "2 puertas"])
def test_the_guidelines_own_examples_anywhere(texto: str, number: str) -> None:
    """The numbers that the guidelines name are no price, wherever they stand in the message."""
    assert read_amounts(texto.format(number)) == ()
