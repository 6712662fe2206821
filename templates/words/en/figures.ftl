# Words of the pictures.
